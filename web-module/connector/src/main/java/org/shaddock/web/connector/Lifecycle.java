package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.shaddock.runtime.ShaddockServer;

/** Sizes the container's frame buffer by our limit, and says goodbye to clients while their sockets still work. */
@WebListener
public class Lifecycle implements ServletContextListener {

    private static final String FRAME_BUFFER = "org.glassfish.tyrus.servlet.incoming-buffer-size";
    private static final int FRAME_HEADER_BYTES = 14;

    @EJB
    private ShaddockServer server;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        int bytes = server.framework().settings().entrance().maxFrameBytes() + FRAME_HEADER_BYTES;
        event.getServletContext().setInitParameter(FRAME_BUFFER, Integer.toString(bytes));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        server.framework().stop();
    }
}
