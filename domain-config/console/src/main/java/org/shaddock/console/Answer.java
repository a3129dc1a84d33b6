package org.shaddock.console;

import java.util.List;

/**
 * What one server answers. As text it is the kind's first letter and the rest.
 *
 * @param kind whether it was answered
 * @param text the answer, or the reason why there is none
 */
record Answer(Kind kind, String text) {

    /** What a server that does not run answers. */
    static final Answer SILENCE = new Answer(Kind.SILENT, "not running");

    private static final Answer NO_APPLICATION = new Answer(Kind.NO_APPLICATION, "no application");

    /** The answer of the application in this JVM. */
    static Answer of(Application application, String operation, List<String> arguments) {
        try {
            return application
                    .ask(operation, arguments)
                    .map(text -> new Answer(Kind.ANSWERED, text))
                    .orElse(NO_APPLICATION);
        } catch (CommandProblem refused) {
            return new Answer(Kind.REFUSED, String.valueOf(refused.getMessage()));
        }
    }

    String toText() {
        return kind.name().charAt(0) + text;
    }

    static Answer parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.name().substring(0, 1))) {
                return new Answer(kind, text.substring(1));
            }
        }
        return new Answer(Kind.REFUSED, text);
    }

    /** How a question ended. The first letters differ. */
    enum Kind {
        /** The application did it. */
        ANSWERED,
        /** The server runs without the application. */
        NO_APPLICATION,
        /** The application would not do it. */
        REFUSED,
        /** The server does not run. */
        SILENT
    }
}
