package org.shaddock.it.wrong;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;

/** Has the container's locks, since it does not say otherwise. */
@Singleton
@LocalBean
@Area("locked")
public class LockedArea implements AreaBehavior<String> {

    @Override
    public String onOpen(AreaContext area) {
        return "";
    }
}
