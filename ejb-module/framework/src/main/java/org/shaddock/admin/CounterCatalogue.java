package org.shaddock.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shaddock.metrics.Counters;
import org.shaddock.metrics.Figures;

/** What each counter of the code is called outside, and what it counts. */
final class CounterCatalogue {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("shaddock_connections_total", "Clients that connected", "").when("", "connection.accepted"),
            new Entry("shaddock_connections_refused_total", "Clients that were turned away, by reason", "reason")
                    .when("full", "connection.refused.full")
                    .when("blocked", "connection.refused.blocked")
                    .when("origin", "connection.refused.origin")
                    .when("address", "connection.refused.address")
                    .when("handshake", "handshake.refused"),
            new Entry(
                            "shaddock_authentications_refused_total",
                            "Clients whose identity was not established, by reason",
                            "reason")
                    .when("wrong", "authentication.failed")
                    .when("throttled", "authentication.throttled")
                    .when("timeout", "authentication.timeout")
                    .when("busy", "authentication.busy"),
            new Entry("shaddock_sessions_ended_total", "Sessions that ended, for whatever reason", "")
                    .when("", "session.ended"),
            new Entry(
                            "shaddock_sessions_kicked_total",
                            "Sessions that were kicked, by reason; what games and operators kick counts as other",
                            "reason")
                    .when("slow", "session.kicked.slow")
                    .when("flood", "session.kicked.flood")
                    .when("idle", "session.kicked.idle")
                    .when("login", "session.kicked.login")
                    .when("other", "session.kicked.other"),
            new Entry(
                            "shaddock_sessions_timed_out_total",
                            "Sessions that were closed because nothing came, by what did not come",
                            "reason")
                    .when("handshake", "session.timeout.handshake")
                    .when("heartbeat", "session.timeout.heartbeat"),
            new Entry("shaddock_frames_malformed_total", "Connections closed because of bytes that are no packets", "")
                    .when("", "connection.malformed"),
            new Entry("shaddock_messages_received_total", "Requests and notifies received", "").when("", "message.in"),
            new Entry(
                            "shaddock_messages_refused_total",
                            "Requests and notifies that reached no handler, by reason",
                            "reason")
                    .when("rate", "message.refused")
                    .when("route", "route.unknown")
                    .when("mailbox", "session.mailbox.full")
                    .when("ended", "message.dropped"),
            new Entry("shaddock_received_bytes_total", "Bytes received from clients", "")
                    .when("", "connection.bytes.in"),
            new Entry("shaddock_packets_sent_total", "Packets written to clients: responses, pushes, heartbeats", "")
                    .when("", "connection.packets.out"),
            new Entry("shaddock_sent_bytes_total", "Bytes written to clients", "").when("", "connection.bytes.out"),
            new Entry("shaddock_pushes_total", "Pushes made here, each counted once", "").when("", "push.made"),
            new Entry(
                            "shaddock_deliveries_total",
                            "Pushes queued for clients connected here, counted for each client",
                            "")
                    .when("", "push.delivered"),
            new Entry(
                            "shaddock_deliveries_replaced_total",
                            "Pushes that gave way to newer ones because their client was slow",
                            "")
                    .when("", "push.replaced"),
            new Entry(
                            "shaddock_deliveries_dropped_total",
                            "Pushes that reached nobody, by reason; those to whole channels count once",
                            "reason")
                    .when("slow", "push.dropped")
                    .when("fenced", "channel.fenced")
                    .when("fenced-session", "session.fenced")
                    .when("unreachable", "channel.unreachable"),
            new Entry(
                            "shaddock_requests_failed_total",
                            "Requests that were answered with an error, by reason; refused is what a handler refuses",
                            "reason")
                    .when("refused", "handler.refused")
                    .when("failed", "handler.failed")
                    .when("timeout", "handler.timeout"),
            new Entry(
                            "shaddock_handlers_blocked_total",
                            "Times that a @NonBlocking handler kept a thread that reads sockets",
                            "")
                    .when("", "handler.blocked"),
            new Entry("shaddock_crons_total", "Times that crons were due, by what came of it", "result")
                    .when("run", "cron.runs")
                    .when("failed", "cron.failures")
                    .when("skipped", "cron.skipped"),
            new Entry("shaddock_areas_lost_total", "Areas that another member may hold instead", "")
                    .when("", "area.lost"),
            new Entry(
                            "shaddock_area_turns_failed_total",
                            "Turns of areas that did not go as they should, by reason",
                            "reason")
                    .when("busy", "area.mailbox.full")
                    .when("failed", "area.turn.failed")
                    .when("slow", "area.turn.slow"),
            new Entry("shaddock_remote_calls_total", "Questions to other members, by how they ended", "result")
                    .when("answered", "remote.answered")
                    .when("failed", "remote.failed")
                    .when("timeout", "remote.timeout")
                    .when("unreachable", "remote.unreachable")
                    .when("cancelled", "remote.cancelled")
                    .when("busy", "remote.refused.full"),
            new Entry(
                            "shaddock_remote_served_badly_total",
                            "Questions of other members that were not answered, by reason",
                            "reason")
                    .when("failed", "remote.served.failed")
                    .when("cancelled", "remote.served.cancelled")
                    .when("lost", "remote.answer.lost"),
            new Entry(
                            "shaddock_link_batches_total",
                            "Batches sent to other members; again are those whose confirmation was late",
                            "kind")
                    .when("first", "link.batches")
                    .when("again", "link.resent"),
            new Entry("shaddock_link_losses_total", "Times that frames of another member were missing", "")
                    .when("", "remote.loss"),
            new Entry("shaddock_link_dropped_total", "What did not get through between members, by reason", "reason")
                    .when("full", "link.refused")
                    .when("overrun", "link.dropped")
                    .when("failed", "link.failed")
                    .when("stranger", "link.strangers")
                    .when("malformed", "link.malformed"),
            new Entry(
                            "shaddock_member_messages_malformed_total",
                            "Messages of other members that could not be read, by what they were for",
                            "kind")
                    .when("call", "remote.malformed")
                    .when("channel", "channel.malformed")
                    .when("session", "session.call.malformed")
                    .when("mirror", "mirror.malformed"),
            new Entry(
                            "shaddock_mirror_repairs_total",
                            "Times that the copy of another member's table was behind and asked for anew",
                            "")
                    .when("", "mirror.behind"));

    private CounterCatalogue() {}

    static void addTo(Figures figures, Counters counters) {
        for (Entry entry : ENTRIES) {
            entry.counters.forEach((value, counter) -> figures.counter(
                    entry.name,
                    entry.help,
                    entry.label.isEmpty() ? Map.of() : Map.of(entry.label, value),
                    counters.of(counter)::sum));
        }
    }

    /**
     * Counters that are one figure outside.
     *
     * @param label what tells them apart, or {@code ""} for a single one
     * @param counters their names in the code, by the label's value
     */
    private record Entry(String name, String help, String label, Map<String, String> counters) {

        Entry(String name, String help, String label) {
            this(name, help, label, new LinkedHashMap<>());
        }

        Entry when(String value, String counter) {
            counters.put(value, counter);
            return this;
        }
    }
}
