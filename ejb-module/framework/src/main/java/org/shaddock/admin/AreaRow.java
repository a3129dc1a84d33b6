package org.shaddock.admin;

import org.shaddock.area.LocalArea;

/**
 * An open area.
 *
 * @param area its type and id, as {@code type/id}
 * @param member the member that holds it
 * @param epoch rises each time it opens or moves
 * @param players sessions in it
 * @param mailbox turns that wait
 * @param ticks ticks that ran
 * @param skipped ticks that were skipped because it could not keep up
 * @param maxLateMillis how late its latest tick was
 * @param tickMicros how long a tick takes on average
 */
public record AreaRow(
        String area,
        String member,
        long epoch,
        int players,
        int mailbox,
        long ticks,
        long skipped,
        long maxLateMillis,
        long tickMicros) {

    static AreaRow of(LocalArea area, String member) {
        return new AreaRow(
                area.id().toString(),
                member,
                area.epoch(),
                area.population(),
                area.mailboxDepth(),
                area.ticks().run(),
                area.ticks().skipped(),
                area.ticks().maxLateMillis(),
                area.ticks().meanMicros());
    }
}
