package org.shaddock.it;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as tests like to look at it: whole numbers are {@link Long}. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private Json() {}

    /** The text of a value; bytes are text already. */
    public static byte[] bytes(Object value) {
        return value instanceof byte[] text ? text : JSONB.toJson(value).getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(byte[] text) {
        return (Map<String, Object>) plain(JSONB.fromJson(new String(text, StandardCharsets.UTF_8), Map.class));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), plain(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::plain).toList();
        }
        return value instanceof BigDecimal number && number.scale() <= 0 ? (Object) number.longValueExact() : value;
    }
}
