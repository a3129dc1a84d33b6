package org.shaddock.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the definitions of {@link ProtoSchema}; Pomelo skips every mistake in silence, here each one is a sentence. */
final class ProtoParser {

    /** The member of a parsed message that holds its inner messages; no field may have this name. */
    static final String MESSAGES = "__messages";

    /** The member of a parsed message that maps tags to names; no field may have this name. */
    static final String TAGS = "__tags";

    /** What the key of a message at the root begins with; all other keys there are routes. */
    static final String ROOT_MESSAGE = "message ";

    private static final String MESSAGE = "message";

    private ProtoParser() {}

    /** The messages by route, or by {@code "message Name"} at the root. Their fields' types are not looked up yet. */
    static Map<String, ProtoMessage> parse(Map<String, Object> definitions) {
        Map<String, ProtoMessage> messages = new LinkedHashMap<>();
        definitions.forEach((name, definition) -> {
            if (name.startsWith(ROOT_MESSAGE)) {
                messageName("the definitions", words(name));
            }
            messages.put(name, message(name, definition));
        });
        return messages;
    }

    private static ProtoMessage message(String path, Object definition) {
        if (!(definition instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException(
                    "'%s' must be an object of fields, such as {\"required string name\": 1}.".formatted(path));
        }
        Map<String, ProtoField> fields = new LinkedHashMap<>();
        Map<String, ProtoMessage> inner = new LinkedHashMap<>();
        Map<Integer, String> tags = new HashMap<>();
        members.forEach((key, value) -> {
            String[] words = words(key.toString());
            if (words[0].equals(MESSAGE)) {
                String name = messageName(path, words);
                inner.put(name, message(path + "." + name, value));
            } else {
                addField(fields, tags, field(path, words, value));
            }
        });
        return new ProtoMessage(fields, inner);
    }

    private static String[] words(String key) {
        return key.split(" ", -1);
    }

    private static String messageName(String path, String[] words) {
        String key = String.join(" ", words);
        if (words.length != 2 || words[1].isEmpty()) {
            throw new IllegalArgumentException("'%s' in '%s' must read \"message <Name>\".".formatted(key, path));
        }
        if (ScalarType.of(words[1]) != null) {
            throw new IllegalArgumentException(
                    "'%s' in '%s' has the name of a scalar type; choose another one.".formatted(key, path));
        }
        return words[1];
    }

    private static ProtoField field(String owner, String[] words, Object tag) {
        String key = String.join(" ", words);
        if (words.length != 3 || words[1].isEmpty() || words[2].isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' in '%s' must read \"<option> <type> <name>\" with single spaces.".formatted(key, owner));
        }
        if (words[2].equals(MESSAGES) || words[2].equals(TAGS)) {
            throw new IllegalArgumentException(
                    "'%s' in '%s' has a name that is reserved; choose another one.".formatted(key, owner));
        }
        return new ProtoField(owner, words[2], option(owner, key, words[0]), words[1], tag(owner, key, tag));
    }

    private static ProtoField.Option option(String owner, String key, String word) {
        for (ProtoField.Option option : ProtoField.Option.values()) {
            if (option.word().equals(word)) {
                return option;
            }
        }
        throw new IllegalArgumentException(
                "'%s' in '%s' has the unknown option '%s'; use required, optional or repeated."
                        .formatted(key, owner, word));
    }

    private static int tag(String owner, String key, Object value) {
        if (value instanceof Number number && isTag(number)) {
            return number.intValue();
        }
        throw new IllegalArgumentException("'%s' in '%s' has the tag %s; use a whole number from 1 to %d."
                .formatted(key, owner, value, ProtoField.MAX_TAG));
    }

    private static boolean isTag(Number number) {
        int tag = number.intValue();
        return tag == number.doubleValue() && tag >= 1 && tag <= ProtoField.MAX_TAG;
    }

    private static void addField(Map<String, ProtoField> fields, Map<Integer, String> tags, ProtoField field) {
        String tagHolder = tags.put(field.tag(), field.name());
        if (tagHolder != null) {
            throw new IllegalArgumentException("%s has the tag %d, which '%s' has already; give it a free one."
                    .formatted(field, field.tag(), tagHolder));
        }
        if (fields.put(field.name(), field) != null) {
            throw new IllegalArgumentException("%s is defined twice; remove one.".formatted(field));
        }
    }
}
