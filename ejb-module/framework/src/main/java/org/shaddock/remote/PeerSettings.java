package org.shaddock.remote;

/**
 * Bounds of the talk between members.
 *
 * @param timeoutMillis how long a question waits for its answer unless it says otherwise
 * @param maxQuestions the questions of this member that may be open at once, and of all others that may be open here
 */
public record PeerSettings(long timeoutMillis, int maxQuestions) {

    public PeerSettings {
        if (timeoutMillis < 1 || maxQuestions < 1) {
            throw new IllegalArgumentException("A time-out and a number of questions must be at least 1.");
        }
    }
}
