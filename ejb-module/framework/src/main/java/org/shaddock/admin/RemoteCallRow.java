package org.shaddock.admin;

/**
 * Something that happens between members.
 *
 * @param call what, as the counters name it
 * @param member where it was counted
 * @param count how often since the start
 */
public record RemoteCallRow(String call, String member, long count) {}
