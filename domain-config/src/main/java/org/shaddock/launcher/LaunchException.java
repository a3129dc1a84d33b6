package org.shaddock.launcher;

import java.io.Serial;

/**
 * A start that failed for a reason its reader can do something about. The message is one whole sentence that says what is
 * wrong and what helps; there is no stack trace, because the place in the code explains nothing.
 */
public final class LaunchException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public LaunchException(String sentence) {
        super(sentence, null, false, false);
    }
}
