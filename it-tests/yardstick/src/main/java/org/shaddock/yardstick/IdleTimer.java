package org.shaddock.yardstick;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The timer that Tyrus restarts for each message, in and out, even when no session is ever too idle. In the container that
 * goes through a managed executor, which scans the class path each time and costs more than all the rest of a small message.
 * The yardstick is to show Tyrus at its best, so a session gets an executor that does nothing. That is a private field.
 */
final class IdleTimer {

    private static final String FIELD = "service";
    private static final ScheduledExecutorService SILENCE = (ScheduledExecutorService) Proxy.newProxyInstance(
            IdleTimer.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) -> null);

    private IdleTimer() {}

    /**
     * Takes the timer from a session.
     *
     * @throws IllegalStateException if it cannot be found: figures with the timer would be no yardstick
     */
    static void silence(Object session) {
        try {
            Field field = field(session.getClass());
            field.setAccessible(true);
            field.set(session, SILENCE);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(session.getClass() + " is not the session of the Tyrus we know.", e);
        }
    }

    private static Field field(Class<?> session) throws NoSuchFieldException {
        for (Class<?> type = session; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(FIELD)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(FIELD);
    }
}
