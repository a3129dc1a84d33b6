package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shaddock.runtime.ShaddockServer;

/** Says whether clients may come: 200 {@code {"status":"UP"}} or 503 {@code {"status":"DOWN"}}. */
@WebServlet("/shaddock/ready")
public class ReadyServlet extends HttpServlet {

    @EJB
    private ShaddockServer server;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ready = server.framework().isReady();
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(ready ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
