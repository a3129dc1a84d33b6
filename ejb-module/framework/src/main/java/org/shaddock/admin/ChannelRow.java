package org.shaddock.admin;

/**
 * A channel.
 *
 * @param channel its name
 * @param member where this was seen
 * @param users how many users are in it
 */
public record ChannelRow(String channel, String member, int users) {}
