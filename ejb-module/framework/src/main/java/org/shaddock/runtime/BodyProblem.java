package org.shaddock.runtime;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a body, in a sentence for the client. JSON-B's own messages speak of our classes and parser states, so
 * only the fields' names are taken from them: {@code Unable to deserialize property 'inner' because of: …}.
 */
final class BodyProblem {

    private static final Pattern PROPERTY = Pattern.compile("property '([^']*)' because of");

    private BodyProblem() {}

    static String sentence(Throwable error) {
        for (Throwable layer = error; layer != null; layer = layer.getCause()) {
            if (layer instanceof JsonParsingException syntax) {
                return notJson(syntax.getLocation());
            }
        }
        String path = path(error.getMessage());
        return path.isEmpty() ? "The body does not fit what its route expects." : path + " does not fit";
    }

    /** The names of the fields on the way to the culprit, joined as Bean Validation does. */
    private static String path(@Nullable String message) {
        Matcher properties = PROPERTY.matcher(message == null ? "" : message);
        return properties.results().map(found -> found.group(1)).collect(Collectors.joining("."));
    }

    private static String notJson(@Nullable JsonLocation location) {
        return location == null
                ? "The body is not JSON."
                : "The body is not JSON from line " + location.getLineNumber() + ", column "
                        + location.getColumnNumber() + " on.";
    }
}
