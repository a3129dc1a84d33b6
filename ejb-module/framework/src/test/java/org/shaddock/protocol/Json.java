package org.shaddock.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text as the maps, lists, strings and numbers in which it crosses the protocol package, in the order of the text. */
final class Json {

    private Json() {}

    static Map<String, Object> object(String text) {
        return object(value(text).asJsonObject());
    }

    static JsonValue value(String text) {
        try (var reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> list(value.asJsonArray());
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).numberValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Map<String, Object> object(JsonObject object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }

    private static List<Object> list(JsonArray array) {
        List<Object> values = new ArrayList<>();
        array.forEach(value -> values.add(plain(value)));
        return values;
    }

    /** The same value with every number as a double, so that 2 and 2.0 are equal as they are in JSON. */
    static Object withDoubles(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::withDoubles).toList();
        }
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> members = new LinkedHashMap<>();
            object.forEach((name, member) -> members.put(name, withDoubles(member)));
            return members;
        }
        return value;
    }
}
