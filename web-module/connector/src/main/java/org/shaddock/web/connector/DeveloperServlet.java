package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shaddock.admin.DeveloperDesk;
import org.shaddock.runtime.ShaddockServer;

/**
 * Answers the developers' page in JSON: {@code api/routes} with a list of forms; {@code api/members}, {@code api/areas},
 * {@code api/sessions?text=} and {@code api/messages?text=<session>&after=<number>} with an object that has each member's answer
 * under its name. {@link DeveloperFilter} stands in front of it.
 */
@WebServlet("/shaddock/dev/api/*")
public class DeveloperServlet extends HttpServlet {

    private static final long PATIENCE_SECONDS = 5;

    @EJB
    private ShaddockServer server;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DeveloperDesk desk = server.developerDesk().orElseThrow();
        try {
            byte[] json = answer(desk, request);
            response.setContentType("application/json");
            response.getOutputStream().write(json);
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (TimeoutException | ExecutionException e) {
            response.sendError(HttpServletResponse.SC_GATEWAY_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** @throws IllegalArgumentException if there is no such thing to ask for */
    private static byte[] answer(DeveloperDesk desk, HttpServletRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        String path = text(request.getPathInfo());
        if (path.equals("/routes")) {
            return desk.routes();
        }
        String kind = path.isEmpty() ? path : path.substring(1).toUpperCase(Locale.ROOT);
        DeveloperDesk.Question question = new DeveloperDesk.Question(
                DeveloperDesk.What.valueOf(kind),
                text(request.getParameter("text")),
                number(request.getParameter("after")));
        return desk.askAll(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** @throws IllegalArgumentException if it is none */
    private static long number(@Nullable String given) {
        return given == null ? 0 : Math.max(0, Long.parseLong(given));
    }
}
