package org.shaddock.hazelcast;

import com.hazelcast.map.IMap;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.UUID;

/** A map whose events are all lost. */
final class DeafMap {

    private DeafMap() {}

    @SuppressWarnings("unchecked")
    static IMap<String, byte[]> of(IMap<String, byte[]> map) {
        return (IMap<String, byte[]>) Proxy.newProxyInstance(
                DeafMap.class.getClassLoader(), new Class<?>[] {IMap.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("addEntryListener")) {
                        return UUID.randomUUID();
                    }
                    try {
                        return method.invoke(map, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
