package org.shaddock.web.connector;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.shaddock.runtime.Settings;
import org.shaddock.runtime.ShaddockServer;

/**
 * Sizes the container's frame buffer by our limit, starts the threads that read sockets, and says goodbye to clients while
 * their sockets still work.
 */
@WebListener
public class Lifecycle implements ServletContextListener {

    @EJB
    private ShaddockServer server;

    @Inject
    private Loops loops;

    @Resource
    private ManagedThreadFactory threads;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Settings.Entrance settings = server.framework().settings().entrance();
        FrameBuffer.limit(event.getServletContext(), settings.maxFrameBytes());
        loops.start(settings.effectiveIoThreads(Runtime.getRuntime().availableProcessors()), threads);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        server.sayGoodbye();
        loops.stop();
    }
}
