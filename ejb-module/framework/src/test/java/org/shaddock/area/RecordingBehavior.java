package org.shaddock.area;

import java.util.ArrayList;
import java.util.List;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;

/** A behaviour whose state is the list of what happened in the area. */
final class RecordingBehavior implements AreaBehavior<List<String>> {

    final List<String> everything = new ArrayList<>();
    boolean failsToOpen;

    @Override
    public List<String> onOpen(AreaContext area) {
        if (failsToOpen) {
            throw new IllegalStateException("no map");
        }
        return note(new ArrayList<>(), "open " + area.id());
    }

    @Override
    public Object onEnter(Session session, List<String> state, AreaContext area) {
        if (session.userId().equals("banned")) {
            throw new HandlerException(2000, "You are banned.");
        }
        area.channel().push("onAdd", session.userId());
        note(state, "enter " + session.userId());
        return "welcome " + session.userId();
    }

    @Override
    public void onLeave(Session session, List<String> state, AreaContext area) {
        area.channel().push("onLeave", session.userId());
        note(state, "leave " + session.userId());
    }

    @Override
    public void onClose(List<String> state, AreaContext area) {
        note(state, "close");
    }

    private List<String> note(List<String> state, String what) {
        state.add(what);
        everything.add(what);
        return state;
    }
}
