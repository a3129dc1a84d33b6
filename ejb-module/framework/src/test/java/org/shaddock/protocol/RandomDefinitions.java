package org.shaddock.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes definitions of protobuf messages: all options and types, inner messages, one at the root that contains itself. */
final class RandomDefinitions {

    private static final List<Integer> TAGS = List.of(1, 2, 3, 15, 16, 2047, 2048, ProtoField.MAX_TAG);
    private static final int MAX_DEPTH = 3;

    private final Random random;

    RandomDefinitions(Random random) {
        this.random = random;
    }

    Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("r", message(1));
        definitions.put("message Root", message(MAX_DEPTH));
        return definitions;
    }

    private Map<String, Object> message(int depth) {
        Map<String, Object> message = new LinkedHashMap<>();
        List<Integer> tags = new ArrayList<>(TAGS);
        Collections.shuffle(tags, random);
        tags.subList(1 + random.nextInt(tags.size()), tags.size()).clear();
        tags.forEach(tag -> addField(message, tag, depth));
        return message;
    }

    private void addField(Map<String, Object> message, int tag, int depth) {
        String option = List.of("required", "optional", "repeated").get(random.nextInt(3));
        int kind = random.nextInt(depth < MAX_DEPTH ? 8 : 7);
        String type = List.of("uInt32", "int32", "sInt32", "float", "double", "string", "Root", "Inner" + tag)
                .get(kind);
        if (type.equals("Root") && option.equals("required")) {
            option = "optional";
        }
        if (type.startsWith("Inner")) {
            message.put("message " + type, message(depth + 1));
        }
        message.put("%s %s f%d".formatted(option, type, tag), tag);
    }
}
