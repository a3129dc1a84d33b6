package org.shaddock.runtime;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.area.AreaType;
import org.shaddock.handler.DefinitionException;
import org.shaddock.handler.HandlerMethod;
import org.shaddock.handler.HandlerScanner;
import org.shaddock.handler.StateType;
import org.shaddock.handler.TickScanner;

/**
 * A bean of the game that answers clients: stateless under {@code @ServerType}, or the behaviour of an {@code @Area}.
 *
 * @param bean the bean
 * @param type its class
 */
record HandlerClass(Bean<?> bean, Class<?> type) {

    static HandlerClass of(Bean<?> bean) {
        return new HandlerClass(bean, bean.getBeanClass());
    }

    boolean isArea() {
        return type.isAnnotationPresent(Area.class);
    }

    /** The first part of its routes; {@code ""} if it has none. */
    String serverType() {
        Area area = type.getAnnotation(Area.class);
        ServerType serverType = type.getAnnotation(ServerType.class);
        if (area != null) {
            return area.value();
        }
        return serverType == null ? "" : serverType.value();
    }

    boolean hasHandlers() {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Handler.class));
    }

    /** @throws DefinitionException if the class cannot be what its annotations say */
    void check() {
        require(
                bean.getTypes().contains(type),
                "is an EJB that shows only its interfaces: add @LocalBean so that its handlers can be called");
        DeclaredAccess.check(type);
        if (isArea()) {
            require(
                    AreaBehavior.class.isAssignableFrom(type),
                    "is an @Area but no AreaBehavior: let it implement AreaBehavior<YourState>");
            require(
                    !hasContainerLock(),
                    "is an @Area with container-managed locks, which would make its areas wait for one another: add"
                            + " @ConcurrencyManagement(ConcurrencyManagementType.BEAN)");
            checkState(StateType.of(type));
        }
    }

    List<HandlerMethod> handlers(BeanManager beans) {
        return scanner().scan(serverType(), type, new BeanReference(bean, beans));
    }

    /** The area type; its behaviour is looked up when it is first needed. */
    @SuppressWarnings("unchecked")
    AreaType area(BeanManager beans) {
        BeanReference reference = new BeanReference(bean, beans);
        return new AreaType(
                () -> (AreaBehavior<Object>) reference.get(),
                new TickScanner((Class<? extends AreaBehavior<?>>) type, reference).scan());
    }

    @SuppressWarnings("unchecked")
    private HandlerScanner scanner() {
        return isArea()
                ? new HandlerScanner((Class<? extends AreaBehavior<?>>) type, new DeclaredAccess())
                : new HandlerScanner(new DeclaredAccess());
    }

    /** The container makes an EJB's proxy in a package of its own. */
    private void checkState(Class<?> state) {
        require(
                !isEjb() || Modifier.isPublic(state.getModifiers()),
                "is an EJB whose state " + state.getName()
                        + " is not public, so that the container could not pass it on:" + " make it public");
    }

    private boolean isEjb() {
        return type.isAnnotationPresent(Singleton.class) || type.isAnnotationPresent(Stateless.class);
    }

    private boolean hasContainerLock() {
        ConcurrencyManagement management = type.getAnnotation(ConcurrencyManagement.class);
        boolean container = management == null || management.value() == ConcurrencyManagementType.CONTAINER;
        return type.isAnnotationPresent(Singleton.class) && container;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw new DefinitionException(type.getName() + " " + problem + ".");
        }
    }
}
