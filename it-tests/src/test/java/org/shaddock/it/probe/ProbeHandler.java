package org.shaddock.it.probe;

import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Answers, pushes and kicks on demand. An EJB because the server takes no ejb-jar without one. */
@Stateless
@ServerType("probe")
public class ProbeHandler {

    /** Answers with what came. */
    @Handler
    public Echoed echo(Echo echo) {
        return new Echoed(echo.text(), echo.n(), ErrorCode.OK);
    }

    /** Pushes {@code onNoted} to the caller; meant for a notify. */
    @Handler
    public void note(Note note, Session session) {
        session.push("onNoted", note);
    }

    /** Takes and pushes Protobuf; the answer is JSON and says which text was read. */
    @Handler
    public Read proto(Proto proto, Session session) {
        session.push("onProto", proto);
        return new Read(ErrorCode.OK, proto.text());
    }

    @Handler
    public void kickMe(Session session) {
        session.kick("probe");
    }

    /** The body of {@code echo}. */
    public record Echo(String text, int n) {}

    /** The answer of {@code echo}. */
    public record Echoed(String text, int n, int code) {}

    /** The body of {@code note} and of {@code onNoted}. */
    public record Note(String text) {}

    /** The body of {@code proto} and of {@code onProto}, with a field of every kind. */
    public record Proto(
            String text,
            @Nullable Integer n,
            @Nullable List<Long> list,
            @Nullable List<Point> path) {}

    /** A nested message. */
    public record Point(@Nullable Float x, @Nullable Double y) {}

    /** The answer of {@code proto}. */
    public record Read(int code, String text) {}
}
