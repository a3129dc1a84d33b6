package org.shaddock.console;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the application's MBean speaks it. */
final class Json {

    private Json() {}

    static String array(List<String> texts) {
        JsonArrayBuilder array = jakarta.json.Json.createArrayBuilder();
        texts.forEach(array::add);
        return array.build().toString();
    }

    static List<String> texts(String array) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(array))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
    }

    /** The rows of a list that the application gave. */
    static List<Map<String, Object>> rows(String list) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(list))) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (JsonObject row : reader.readObject().getJsonArray("rows").getValuesAs(JsonObject.class)) {
                Map<String, Object> values = new LinkedHashMap<>();
                row.forEach((name, value) -> values.put(name, plain(value)));
                rows.add(values);
            }
            return rows;
        }
    }

    /** How many there are in all of a list that the application gave. */
    static long total(String list) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(list))) {
            return reader.readObject().getJsonNumber("total").longValue();
        }
    }

    /** Numbers as such, so that a table sorts them; arrays as lists of texts. */
    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).longValue();
            case ARRAY ->
                ((JsonArray) value)
                        .getValuesAs(Json::plain).stream().map(String::valueOf).toList();
            default -> value.toString();
        };
    }
}
