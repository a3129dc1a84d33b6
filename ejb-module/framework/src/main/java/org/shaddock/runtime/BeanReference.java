package org.shaddock.runtime;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bean looked up when it is first needed and kept. A proxy in a normal scope stays valid as long as the application. */
final class BeanReference implements Supplier<Object> {

    private final Bean<?> bean;
    private final Class<?> type;
    private final BeanManager beans;
    private volatile @Nullable Object reference;

    BeanReference(Bean<?> bean, BeanManager beans) {
        this(bean, bean.getBeanClass(), beans);
    }

    /** @param type which of the bean's types is asked for */
    BeanReference(Bean<?> bean, Class<?> type, BeanManager beans) {
        this.bean = bean;
        this.type = type;
        this.beans = beans;
    }

    @Override
    public Object get() {
        Object known = reference;
        if (known == null) {
            Object ejb = EjbView.of(bean, type);
            known = ejb == null ? beans.getReference(bean, type, beans.createCreationalContext(bean)) : ejb;
            reference = known;
        }
        return known;
    }
}
