package org.shaddock.launcher;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Learns from a member's log how many members of the cluster it sees. */
final class GridWatch implements Consumer<LogEntry> {

    private static final Pattern MEMBERS = Pattern.compile("\\bMembers \\{size:(\\d+)");

    private volatile int members;

    @Override
    public void accept(LogEntry entry) {
        Matcher seen = MEMBERS.matcher(entry.message());
        if (seen.find()) {
            members = Integer.parseInt(seen.group(1));
        }
    }

    /** How many members it sees, itself included; 0 until it has joined. */
    int members() {
        return members;
    }
}
