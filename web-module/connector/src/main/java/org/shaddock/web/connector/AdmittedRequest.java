package org.shaddock.web.connector;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;

/**
 * An upgrade request that knows its client. The caller's principal is what the WebSocket API passes on from a request to
 * the session it becomes, so the client travels with it.
 */
final class AdmittedRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    AdmittedRequest(HttpServletRequest request, Client client) {
        super(request);
        Principal principal = request.getUserPrincipal();
        this.caller = new Caller(principal == null ? "" : principal.getName(), client);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public String getRemoteAddr() {
        return caller.client().address();
    }

    /**
     * The caller of an upgrade request.
     *
     * @param getName the user the container authenticated, or {@code ""}
     * @param client where the request came from
     */
    record Caller(String getName, Client client) implements Principal {}
}
