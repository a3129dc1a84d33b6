package org.shaddock.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.api.Session;
import org.shaddock.session.SessionListener;

/** Notes what it hears of sessions, as {@code bound m#1 ann} or {@code closed m#1 ann: disconnect}. */
public class RecordingListener implements SessionListener {

    private final List<String> news = new CopyOnWriteArrayList<>();

    @Override
    public void bound(Session session, String userId) {
        news.add("bound " + session.id() + " " + userId);
    }

    @Override
    public void unbound(Session session, String userId) {
        news.add("unbound " + session.id() + " " + userId);
    }

    @Override
    public void closed(Session session, String reason) {
        news.add("closed " + session.id() + " " + session.userId() + ": " + reason);
    }

    @Override
    public void userGone(String userId) {
        news.add("gone " + userId);
    }

    public List<String> news() {
        return news;
    }
}
