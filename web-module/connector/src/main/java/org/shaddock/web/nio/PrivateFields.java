package org.shaddock.web.nio;

import java.lang.reflect.Field;

/** Reads fields that are not an API. */
public final class PrivateFields {

    private PrivateFields() {}

    /**
     * Follows a path of fields.
     *
     * @throws NoSuchFieldException if one is not there or is empty
     */
    public static Object follow(Object start, String... path) throws ReflectiveOperationException {
        Object found = start;
        for (String name : path) {
            Object next = field(found, name).get(found);
            if (next == null) {
                throw new NoSuchFieldException(found.getClass().getName() + "." + name + " is null");
            }
            found = next;
        }
        return found;
    }

    /** A field, made accessible, wherever in the class's line it is. */
    public static Field field(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
    }
}
