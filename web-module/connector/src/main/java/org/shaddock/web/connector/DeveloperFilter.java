package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shaddock.runtime.ShaddockServer;
import org.shaddock.session.Authentication;

/**
 * Stands in front of the developers' page: nothing is there unless it is switched on, and then only for users of the server's realm
 * who have the role. An address that has guessed too often has to wait, as at the handshake.
 */
@WebFilter("/shaddock/dev/*")
public class DeveloperFilter extends HttpFilter {

    private static final String ROLE = "shaddock-developer";
    private static final int TOO_MANY_REQUESTS = 429;

    @EJB
    private ShaddockServer server;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Authentication authentication = server.framework().frontEnd().authentication();
        if (server.developerDesk().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (authentication.isThrottled(request.getRemoteAddr())) {
            response.sendError(TOO_MANY_REQUESTS, Authentication.THROTTLED);
        } else if (!request.authenticate(response)) {
            if (request.getHeader("Authorization") != null) {
                authentication.failed(request.getRemoteAddr());
            }
        } else if (!request.isUserInRole(ROLE)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "This page takes the group " + ROLE + ".");
        } else {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
        }
    }
}
