package org.shaddock.admin;

/**
 * A block.
 *
 * @param address the address or range that may not connect
 * @param member where
 */
public record BlockRow(String address, String member) {}
