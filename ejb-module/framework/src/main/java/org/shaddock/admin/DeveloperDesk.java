package org.shaddock.admin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.remote.Peers;
import org.shaddock.session.ClientSession;
import org.shaddock.session.Connector;
import org.shaddock.session.MessageTap;
import org.shaddock.session.TappedMessage;
import org.shaddock.session.WireCodec;

/**
 * What developers look at: members, areas, sessions and their last messages, on all members, and the forms of all routes. Nothing
 * can be changed here. A question to another member is its kind, a text and a number; the answer is JSON.
 */
public final class DeveloperDesk {

    private static final String SERVICE = "developer";
    private static final long PATIENCE_MILLIS = 2000;
    private static final byte[] NO_ANSWER = "null".getBytes(StandardCharsets.UTF_8);

    private final Operator operator;
    private final HandlerRegistry handlers;
    private final WireCodec codec;
    private final Connector connector;
    private final MessageTap tap;
    private final Peers peers;
    private final Membership membership;

    public DeveloperDesk(Operator operator, HandlerRegistry handlers, WireCodec codec, Sight sight) {
        this.operator = operator;
        this.handlers = handlers;
        this.codec = codec;
        this.connector = sight.connector();
        this.tap = sight.tap();
        this.peers = sight.peers();
        this.membership = sight.membership();
    }

    /** From now on other members may ask. */
    public void start() {
        peers.serve(SERVICE, (from, payload) -> CompletableFuture.completedFuture(answer(Question.parse(payload))));
    }

    /** The forms of all routes, as JSON. */
    public byte[] routes() {
        return codec.json()
                .write(handlers.byRoute().entrySet().stream()
                        .map(each -> RouteForm.of(each.getKey(), each.getValue()))
                        .toList());
    }

    /** Ends with a JSON object that has each member's answer under its name, {@code null} for one that gives none in time. */
    public CompletableFuture<byte[]> askAll(Question question) {
        Map<String, CompletableFuture<byte[]>> answers = new LinkedHashMap<>();
        membership.view().members().stream()
                .map(Member::id)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(member -> answers.put(member.name(), ask(member, question)));
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> object(answers));
    }

    private CompletableFuture<byte[]> ask(MemberId member, Question question) {
        return member.equals(peers.self())
                ? CompletableFuture.completedFuture(answer(question))
                : peers.ask(member, SERVICE, question.toBytes(), PATIENCE_MILLIS)
                        .exceptionally(error -> NO_ANSWER);
    }

    private byte[] object(Map<String, CompletableFuture<byte[]>> answers) {
        return answers.entrySet().stream()
                .map(answer -> text(codec.json().write(answer.getKey())) + ":"
                        + text(answer.getValue().join()))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] answer(Question question) {
        return codec.json()
                .write(
                        switch (question.what()) {
                            case MEMBERS -> operator.members();
                            case AREAS -> operator.areas();
                            case SESSIONS -> operator.sessions(question.text());
                            case MESSAGES -> messages(question.text(), question.after());
                        });
    }

    private List<TappedMessage> messages(String session, long after) {
        return connector.sessions().stream()
                .filter(client -> client.id().toString().equals(session))
                .findFirst()
                .map((ClientSession client) -> tap.messages(client, after, codec))
                .orElse(List.of());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** What can be asked of a member. */
    public enum What {
        /** The member itself, a list of one. */
        MEMBERS,
        /** Its areas. */
        AREAS,
        /** Its sessions that match a text. */
        SESSIONS,
        /** The last messages of a session. */
        MESSAGES
    }

    /**
     * A question.
     *
     * @param what its kind
     * @param text what to search for, or the session
     * @param after the number of the last message that is known
     */
    public record Question(What what, String text, long after) {

        byte[] toBytes() {
            return new FrameWriter(64)
                    .text(what.name())
                    .text(text)
                    .number(after)
                    .toBytes();
        }

        static Question parse(byte[] bytes) {
            FrameReader in = new FrameReader(bytes);
            return new Question(What.valueOf(in.text()), in.text(), in.number());
        }
    }

    /**
     * What is looked at.
     *
     * @param connector the sessions of this member
     * @param tap their messages
     * @param peers the way to other members
     * @param membership who they are
     */
    public record Sight(Connector connector, MessageTap tap, Peers peers, Membership membership) {}
}
