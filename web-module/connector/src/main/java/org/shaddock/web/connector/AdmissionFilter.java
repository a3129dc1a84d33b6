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
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.shaddock.admission.Admission;
import org.shaddock.api.Client;
import org.shaddock.runtime.ShaddockServer;
import org.shaddock.session.Authentication;
import org.shaddock.session.Upgrade;

/**
 * Stands in front of the WebSocket container: refuses upgrade requests that may not come in with 403, before anything is
 * allocated for them, and lets the others carry what was found out about the client.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AdmissionFilter extends HttpFilter {

    private static final int TOO_MANY_REQUESTS = 429;

    @EJB
    private ShaddockServer server;

    private @Nullable CallerReader callers;

    @Override
    public void init() {
        callers = new CallerReader(
                server.framework().settings().authentication().asksCaller(), ConfigProvider.getConfig());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            chain.doFilter(request, response);
            return;
        }
        if (server.framework().isRunning() && server.framework().isDraining()) {
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "This server takes no new clients; try another.");
            return;
        }
        Admission.Decision decision = server.framework().admission().decide(attempt(request));
        String refusal = decision.refusal();
        if (refusal == null) {
            admit(request, response, chain, decision.client());
        } else {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refusal);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Client client)
            throws IOException, ServletException {
        Authentication authentication = server.framework().frontEnd().authentication();
        if (authentication.isThrottled(client.address())) {
            refuse(response, TOO_MANY_REQUESTS, Authentication.THROTTLED);
            return;
        }
        Upgrade upgrade;
        try {
            upgrade = Objects.requireNonNull(callers, "not initialised").read(request);
        } catch (ServletException e) {
            authentication.failed(client.address());
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Name and password do not fit.");
            return;
        }
        chain.doFilter(new AdmittedRequest(request, Caller.of(client, upgrade)), response);
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
