package org.shaddock.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Packer;
import org.shaddock.cluster.Unpacker;

/**
 * What members ask and tell one another about areas.
 * <pre>
 * claim     01, area, epoch, number and placements that ended   answer: the obstacle's placement, or NONE
 * teach     02, number and areas with placements                the asker has claimed and holds these
 * release   03, area, placement                                 the asker holds nothing of it up to that epoch
 * forget    04, member                                          that life is over, and its lease too
 * check     05, number and areas with placements                answer: number and those the answerer has not accepted
 *
 * area      type, name          placement   member's name and incarnation, epoch
 * </pre>
 */
final class ClaimMessage {

    static final int CLAIM = 1;
    static final int TEACH = 2;
    static final int RELEASE = 3;
    static final int FORGET = 4;
    static final int CHECK = 5;

    private static final int MOST = 1 << 16;

    private ClaimMessage() {}

    static Packer area(Packer out, AreaId area) {
        return out.text(area.type()).text(area.name());
    }

    static AreaId area(Unpacker in) {
        return new AreaId(in.text(), in.text());
    }

    static Packer placement(Packer out, Placement placement) {
        return out.member(placement.member()).number(placement.epoch());
    }

    static Placement placement(Unpacker in) {
        MemberId member = in.member();
        return new Placement(member, in.number());
    }

    static List<Placement> placements(Unpacker in) {
        List<Placement> placements = new ArrayList<>();
        for (int left = in.count(MOST); left > 0; left--) {
            placements.add(placement(in));
        }
        return placements;
    }

    static Packer placed(Packer out, Map<AreaId, Placement> placed) {
        out.number(placed.size());
        placed.forEach((area, placement) -> placement(area(out, area), placement));
        return out;
    }

    static Map<AreaId, Placement> placed(Unpacker in) {
        Map<AreaId, Placement> placed = new HashMap<>();
        for (int left = in.count(MOST); left > 0; left--) {
            AreaId area = area(in);
            placed.put(area, placement(in));
        }
        return placed;
    }

    static byte[] areas(List<AreaId> areas) {
        Packer out = new Packer().number(areas.size());
        areas.forEach(area -> area(out, area));
        return out.toBytes();
    }

    static List<AreaId> areas(Unpacker in) {
        List<AreaId> areas = new ArrayList<>();
        for (int left = in.count(MOST); left > 0; left--) {
            areas.add(area(in));
        }
        return areas;
    }

    static byte[] forget(MemberId member) {
        return new Packer().number(FORGET).member(member).toBytes();
    }
}
