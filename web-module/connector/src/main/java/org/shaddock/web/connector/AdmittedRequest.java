package org.shaddock.web.connector;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade request that knows its client. The caller's principal is what the WebSocket API passes on from a request to
 * the session it becomes, so the client travels with it.
 */
final class AdmittedRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    AdmittedRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public String getRemoteAddr() {
        return caller.client().address();
    }
}
