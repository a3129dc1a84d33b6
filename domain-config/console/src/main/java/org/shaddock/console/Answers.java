package org.shaddock.console;

import java.util.Map;
import java.util.stream.Collectors;

/** What several servers answered, in words. */
final class Answers {

    private Answers() {}

    /** {@code (game1: not running, game2: no application)} */
    static String summary(Map<String, Answer> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + ": " + answer.getValue().text())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
