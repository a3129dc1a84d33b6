package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.shaddock.admission.Admission;
import org.shaddock.runtime.ShaddockServer;

/**
 * Stands in front of the WebSocket container: refuses upgrade requests that may not come in with 403, before anything is
 * allocated for them, and lets the others carry what was found out about the client.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AdmissionFilter extends HttpFilter {

    @EJB
    private ShaddockServer server;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            chain.doFilter(request, response);
            return;
        }
        if (server.framework().isRunning() && !server.framework().isReady()) {
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "This server takes no new clients; try another.");
            return;
        }
        Admission.Decision decision = server.framework().admission().decide(attempt(request));
        String refusal = decision.refusal();
        if (refusal == null) {
            chain.doFilter(new AdmittedRequest(request, decision.client()), response);
        } else {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refusal);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(why);
    }

    private static Admission.Attempt attempt(HttpServletRequest request) {
        return new Admission.Attempt(
                request.getRemoteAddr(),
                request.getServerName(),
                request.getServerPort(),
                request.isSecure(),
                request.getHeader("Origin"),
                forwardedFor(request),
                request.getHeader("X-Forwarded-Proto"));
    }

    private static List<String> forwardedFor(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
    }
}
