package org.shaddock.runtime;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Finds the EJB behind a bean. What CDI gives out instead is one more proxy, which looks the EJB up anew for each call; in
 * Payara that goes by way of an exception, whose stack trace costs more than the call.
 */
final class EjbView {

    private static final Logger LOG = System.getLogger(EjbView.class.getName());

    private EjbView() {}

    /** The view of this type, or {@code null} if the bean is no EJB without a state, or CDI is none that we know. */
    static @Nullable Object of(Bean<?> bean, Class<?> type) {
        if (!type.isAnnotationPresent(Singleton.class) && !type.isAnnotationPresent(Stateless.class)) {
            return null;
        }
        try {
            Method create = bean.getClass().getDeclaredMethod("createReference");
            create.setAccessible(true);
            Object reference = create.invoke(bean);
            Method view = reference.getClass().getMethod("getBusinessObject", Class.class);
            view.setAccessible(true);
            return view.invoke(reference, type);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "{0} is called through its CDI proxy: {1}", type.getName(), e);
            return null;
        }
    }
}
