package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.shaddock.runtime.ShaddockServer;

/** Sizes the container's frame buffer by our limit, and says goodbye to clients while their sockets still work. */
@WebListener
public class Lifecycle implements ServletContextListener {

    @EJB
    private ShaddockServer server;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        FrameBuffer.limit(
                event.getServletContext(),
                server.framework().settings().entrance().maxFrameBytes());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        server.sayGoodbye();
    }
}
