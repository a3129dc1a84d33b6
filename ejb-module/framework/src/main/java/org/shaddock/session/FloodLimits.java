package org.shaddock.session;

/**
 * How much one client may send. Twice a second's allowance may come at once.
 *
 * @param messagesPerSecond packets of any type
 * @param bytesPerSecond bytes of packets
 * @param strikes refused packets in a row of seconds before the client is kicked
 */
public record FloodLimits(int messagesPerSecond, long bytesPerSecond, int strikes) {}
