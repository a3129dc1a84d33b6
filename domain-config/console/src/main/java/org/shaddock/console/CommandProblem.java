package org.shaddock.console;

/** What keeps a command from being done, as a sentence for who gave it. */
final class CommandProblem extends Exception {

    private static final long serialVersionUID = 1L;

    CommandProblem(String message) {
        super(message);
    }
}
