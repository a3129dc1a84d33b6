package org.shaddock.bench;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Session;

/** A room. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Area("area")
public class SceneHandler implements AreaBehavior<SceneHandler.Scene> {

    private static final int OK = 200;

    @Override
    public Scene onOpen(AreaContext area) {
        return new Scene();
    }

    /** Shows a move to everybody, the mover too. */
    @Handler
    @NonBlocking
    public void move(Move move, Session from, AreaContext area) {
        area.channel().push("onMove", new Moved(from.userId(), move.t(), move.x(), move.y(), move.d()));
    }

    @Handler
    @NonBlocking
    public Echo echo(Question question) {
        return new Echo(OK, question.t(), question.p());
    }

    /** Nothing needs to be remembered. */
    public record Scene() {}

    /**
     * @param t when the client did it
     * @param x place
     * @param y place
     * @param d direction
     */
    public record Move(long t, int x, int y, int d) {}

    /**
     * @param id who moved
     * @param t when the client did it
     * @param x place
     * @param y place
     * @param d direction
     */
    public record Moved(String id, long t, int x, int y, int d) {}

    /**
     * @param t when the client asked
     * @param p what comes back
     */
    public record Question(long t, String p) {}

    /**
     * @param code 200
     * @param t when the client asked
     * @param p what it sent
     */
    public record Echo(int code, long t, String p) {}
}
