package org.shaddock.rpc;

/**
 * What is echoed: about a hundred bytes.
 *
 * @param number a moment
 * @param room a small number
 * @param name twenty characters
 * @param x a place
 * @param y a place
 * @param text the rest
 */
public record Payload(long number, int room, String name, double x, double y, String text) {

    static final Payload SAMPLE =
            new Payload(1_234_567_890_123L, 42, "a player of 20 chars", 12.5, -7.25, "x".repeat(52));
}
