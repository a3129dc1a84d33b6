package org.shaddock.protocol;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One message of a protobuf schema: its fields, and the messages that are defined inside it. */
final class ProtoMessage {

    private final Map<String, ProtoField> fields;
    private final Map<Long, ProtoField> fieldsByTag = new HashMap<>();
    private final List<ProtoField> requiredFields;
    private final Map<String, ProtoMessage> inner;

    /** Takes the fields by their names, each with its own tag, and the inner messages by theirs. */
    ProtoMessage(Map<String, ProtoField> fields, Map<String, ProtoMessage> inner) {
        this.fields = fields;
        this.inner = inner;
        this.requiredFields = fields.values().stream()
                .filter(field -> field.option() == ProtoField.Option.REQUIRED)
                .toList();
        fields.values().forEach(field -> fieldsByTag.put((long) field.tag(), field));
    }

    @Nullable
    ProtoField field(Object name) {
        return fields.get(name);
    }

    @Nullable
    ProtoField fieldWithTag(long tag) {
        return fieldsByTag.get(tag);
    }

    Collection<ProtoField> fields() {
        return fields.values();
    }

    List<ProtoField> requiredFields() {
        return requiredFields;
    }

    @Nullable
    ProtoMessage inner(String name) {
        return inner.get(name);
    }

    Collection<ProtoMessage> inner() {
        return inner.values();
    }

    /** The form that is sent to clients: fields by name, then inner messages, then names by tag. */
    Map<String, Object> parsed() {
        Map<String, Object> parsed = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        Map<Integer, String> namesByTag = new TreeMap<>();
        fields.forEach((name, field) -> {
            parsed.put(name, field.parsed());
            namesByTag.put(field.tag(), name);
        });
        inner.forEach((name, message) -> messages.put(name, message.parsed()));
        Map<String, Object> tags = new LinkedHashMap<>();
        namesByTag.forEach((tag, name) -> tags.put(tag.toString(), name));
        parsed.put(ProtoParser.MESSAGES, messages);
        parsed.put(ProtoParser.TAGS, tags);
        return parsed;
    }
}
