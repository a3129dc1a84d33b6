package org.shaddock.web.connector;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Objects of the container's large interfaces that answer the few calls a test needs. */
final class Stubs {

    private Stubs() {}

    /** @param answers by method name; a call that has none fails */
    static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answer.apply(arguments);
                }));
    }
}
