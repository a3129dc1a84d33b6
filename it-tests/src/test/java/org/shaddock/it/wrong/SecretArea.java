package org.shaddock.it.wrong;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;

/** An EJB whose state the container's proxies cannot see. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Area("secret")
public class SecretArea implements AreaBehavior<SecretArea.State> {

    @Override
    public State onOpen(AreaContext area) {
        return new State();
    }

    record State() {}
}
