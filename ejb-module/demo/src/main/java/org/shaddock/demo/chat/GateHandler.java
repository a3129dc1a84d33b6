package org.shaddock.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Connectors;
import org.shaddock.api.Connectors.ConnectorAddress;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Tells clients which connector to use. */
@ApplicationScoped
@ServerType("gate")
public class GateHandler {

    @Inject
    private Connectors connectors;

    @Handler
    public Entry queryEntry(Query query, Session session) {
        String uid = query.uid();
        if (uid == null || uid.isBlank()) {
            throw new HandlerException(ErrorCode.FAILED, "Say who asks: the body needs a uid.");
        }
        ConnectorAddress address = connectors.choose(session, uid);
        return new Entry(ErrorCode.OK, address.host(), address.port());
    }

    /** @param uid who asks */
    public record Query(@Nullable String uid) {}

    /** Where to connect. */
    public record Entry(int code, String host, int port) {}
}
