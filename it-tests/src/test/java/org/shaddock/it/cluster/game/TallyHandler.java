package org.shaddock.it.cluster.game;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;

/**
 * A room that writes down who has said which number. Each number counts once, however often it is said, and what is written
 * moves with the room. Every answer tells which member gives it, in which life of the room.
 */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Area("tally")
public class TallyHandler implements AreaBehavior<TallyHandler.Tally> {

    @Override
    public Tally onOpen(AreaContext area) {
        return new Tally(UUID.randomUUID().toString(), new ArrayList<>(), new TreeMap<>());
    }

    @Override
    public Tally onOpen(AreaContext area, byte[] saved) {
        Tally tally = onOpen(area);
        new String(saved, StandardCharsets.UTF_8).lines().forEach(line -> tally.write(Said.parse(line)));
        return tally;
    }

    @Override
    public byte[] onSave(Tally tally, AreaContext area) {
        return String.join("\n", tally.said().stream().map(Said::toString).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object onEnter(Session session, Tally tally, AreaContext area) {
        return stamp(tally);
    }

    /** Writes a number down, and tells everybody if it is new. */
    @Handler
    public Stamp say(Said said, Tally tally, AreaContext area) {
        if (tally.write(said)) {
            area.channel().push("onSaid", said);
        }
        return stamp(tally);
    }

    /** Who answers. */
    @Handler
    public Stamp who(Tally tally) {
        return stamp(tally);
    }

    /** All that an author has said, in its order. */
    @Handler
    public Numbers said(Author author, Tally tally) {
        return new Numbers(tally.said().stream()
                .filter(said -> said.author().equals(author.author()))
                .map(Said::number)
                .toList());
    }

    private static Stamp stamp(Tally tally) {
        return new Stamp(
                System.getProperty("shaddock.member", ""),
                tally.life(),
                tally.said().size());
    }

    /**
     * What a room knows.
     *
     * @param life another one each time the room opens
     * @param said in the order it was said
     * @param last the greatest number of each author
     */
    public record Tally(String life, List<Said> said, Map<String, Long> last) {

        boolean write(Said said) {
            boolean isNew = last.getOrDefault(said.author(), 0L) < said.number();
            if (isNew) {
                this.said.add(said);
                last.put(said.author(), said.number());
            }
            return isNew;
        }
    }

    /** One line of the tally; each author's numbers rise. */
    public record Said(String author, long number) {

        static Said parse(String line) {
            int space = line.lastIndexOf(' ');
            return new Said(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        }

        @Override
        public String toString() {
            return author + " " + number;
        }
    }

    /** The body of {@code said}. */
    public record Author(String author) {}

    /** The answer of {@code said}. */
    public record Numbers(List<Long> numbers) {}

    /** Who answers, and how much is written. */
    public record Stamp(String member, String life, int size) {}
}
