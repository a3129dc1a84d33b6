package org.shaddock.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.shaddock.area.AreaFigures;
import org.shaddock.area.LocalArea;
import org.shaddock.metrics.Figure;
import org.shaddock.metrics.Figures;

/** All figures of this member, for monitoring systems. */
public final class MemberFigures {

    private final Operator.Parts parts;

    /** @param parts what there is to see */
    public MemberFigures(Operator.Parts parts) {
        this.parts = parts;
    }

    /** The figures; to be made once. */
    public List<Figure> all() {
        Figures figures = new Figures();
        member(figures);
        CounterCatalogue.addTo(figures, parts.environment().counters());
        parts.routes()
                .byRoute()
                .forEach((route, ofRoute) -> figures.timings(
                        "shaddock_handler_seconds",
                        "From the first filter to the answer, by route",
                        Map.of("route", route),
                        ofRoute.timings()));
        parts.areaFigures().byType().forEach((type, ofType) -> areas(figures, type, ofType));
        return figures.all();
    }

    private void member(Figures figures) {
        figures.gauge(
                        "shaddock_ready",
                        "1 if clients may come, else 0",
                        () -> parts.ready().getAsBoolean() ? 1 : 0)
                .gauge("shaddock_sessions", "Connected clients", () -> parts.connector()
                        .sessions()
                        .size())
                .gauge("shaddock_pending_bytes", "Bytes queued for all clients", parts.connector()::pendingBytes)
                .gauge(
                        "shaddock_requests_under_way",
                        "Requests whose handlers have not ended",
                        parts.underWay()::getAsInt)
                .gauge("shaddock_channels", "Channels that have users, in the whole cluster", parts.channels()::count)
                .gauge("shaddock_members", "Ready members that this one sees, itself included", () -> parts.membership()
                        .view()
                        .size())
                .gauge(
                        "shaddock_routing_table_version",
                        "Rises with each area that opens, moves or closes",
                        () -> parts.placer().table().version())
                .counter(
                        "shaddock_failovers_total",
                        "Areas of lost members that this one has seen to that they are open again",
                        Map.of(),
                        parts.placer()::takenOver);
    }

    private void areas(Figures figures, String type, AreaFigures.OfType ofType) {
        Map<String, String> label = Map.of("type", type);
        figures.gauge("shaddock_areas", "Areas open here, by type", label, () -> sum(type, area -> 1))
                .gauge(
                        "shaddock_area_sessions",
                        "Sessions in areas open here",
                        label,
                        () -> sum(type, LocalArea::population))
                .gauge(
                        "shaddock_area_mailbox_turns",
                        "Turns that wait in all areas open here",
                        label,
                        () -> sum(type, LocalArea::mailboxDepth))
                .gauge(
                        "shaddock_area_mailbox_turns_max",
                        "Turns that wait in the area where most do",
                        label,
                        () -> of(type).stream()
                                .mapToLong(LocalArea::mailboxDepth)
                                .max()
                                .orElse(0))
                .counter(
                        "shaddock_area_ticks_skipped_total",
                        "Ticks that were skipped because their area could not keep up",
                        label,
                        ofType.skipped()::sum)
                .timings("shaddock_area_turn_seconds", "How long turns took, ticks included", label, ofType.turns())
                .timings("shaddock_area_tick_seconds", "How long ticks took", label, ofType.ticks())
                .timings("shaddock_area_tick_late_seconds", "How late ticks began", label, ofType.lateness());
    }

    private long sum(String type, ToLongFunction<LocalArea> what) {
        return of(type).stream().mapToLong(what).sum();
    }

    private Collection<LocalArea> of(String type) {
        return parts.areas().areas().stream()
                .filter(area -> area.id().type().equals(type))
                .toList();
    }
}
