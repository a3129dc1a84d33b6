package org.shaddock.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.SessionId;

/**
 * What a thread works on.
 *
 * @param session whose request it is, or {@code null}
 * @param route of the request or the call of another member, or {@code ""}
 * @param area in whose turn, or {@code null}
 * @param trace the span it belongs to, as W3C {@code traceparent} text, or {@code ""} if nobody follows it
 */
public record Work(
        @Nullable SessionId session, String route, @Nullable AreaId area, String trace) {

    /** Nothing in particular. */
    public static final Work NONE = new Work(null, "", null, "");

    private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();
    private static final int TRACE_ID_BEGIN = 3;
    private static final int TRACE_ID_END = 35;

    /** A client's request. */
    public static Work request(SessionId session, String route) {
        return new Work(session, route, null, "");
    }

    /** What the calling thread works on. */
    public static Work current() {
        Work work = CURRENT.get();
        return work == null ? NONE : work;
    }

    /** The same, for a call of this name. */
    public Work doing(String call) {
        return new Work(session, call, area, trace);
    }

    /** The same, in an area's turn. */
    public Work in(AreaId turnsArea) {
        return new Work(session, route, turnsArea, trace);
    }

    /** The same, of which a span tells. */
    public Work under(String span) {
        return span.isEmpty() ? this : new Work(session, route, area, span);
    }

    /** Whether a tracing system follows it. */
    public boolean isTraced() {
        return !trace.isEmpty();
    }

    /** The calling thread works on this from now on; what it worked on before is to be {@link #resume resumed}. */
    public Work enter() {
        Work before = current();
        CURRENT.set(this);
        return before;
    }

    /** The calling thread goes back to this. Of nothing it keeps nothing: an undeployed application's classes are free then. */
    public void resume() {
        CURRENT.set(equals(NONE) ? null : this);
    }

    /** What is known of it, by name: {@code session}, {@code route}, {@code area}, {@code trace}. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (session != null) {
            fields.put("session", session.toString());
        }
        if (!route.isEmpty()) {
            fields.put("route", route);
        }
        if (area != null) {
            fields.put("area", area.toString());
        }
        if (trace.length() > TRACE_ID_END) {
            fields.put("trace", trace.substring(TRACE_ID_BEGIN, TRACE_ID_END));
        }
        return fields;
    }
}
