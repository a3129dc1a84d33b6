package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.shaddock.runtime.Framework;
import org.shaddock.runtime.ShaddockServer;

/**
 * Says whether clients may come: 200 {@code {"status":"UP"}} or 503 {@code {"status":"DOWN"}}. Asked with {@code ?members=3}, they
 * may not before this member sees three of its cluster, itself included.
 */
@WebServlet("/shaddock/ready")
public class ReadyServlet extends HttpServlet {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    @EJB
    private ShaddockServer server;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String members = Objects.requireNonNullElse(request.getParameter("members"), "1");
        if (!NUMBER.matcher(members).matches()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        boolean ready = isReady(Integer.parseInt(members));
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(ready ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }

    private boolean isReady(int members) {
        Framework framework = server.framework();
        return framework.isReady() && framework.membership().view().size() >= members;
    }
}
