package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.Request;
import org.shaddock.api.ServerType;

// tag::filter[]
@ApplicationScoped
@ServerType("shop")
public class MaintenanceFilter implements HandlerFilter {

    private volatile boolean closed;

    @Override
    public Optional<Object> before(Request request) {
        if (closed) {
            throw new HandlerException(2100, "The shop is closed for a moment.");
        }
        return Optional.empty();
    }

    public void close(boolean forNow) {
        closed = forNow;
    }
}
// end::filter[]
