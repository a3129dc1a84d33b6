package org.shaddock.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberCodec;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.PublicAddress;

/** Answers that are late do not undo what was heard since they were asked for. */
class AnnouncementsTest {

    private static final String KEY = "a";

    private final Announcements announcements = new Announcements();

    @Test
    void shouldTakeAnAnswer() {
        announcements.answer(announcements.now(), KEY, load(1));

        assertThat(announcements.all()).extracting(Member::load).containsExactly(1L);
    }

    @Test
    void shouldBelieveARemovalThatIsConfirmed() {
        announcements.hear(KEY, load(1));
        announcements.answer(announcements.now(), KEY, null);

        assertThat(announcements.all()).isEmpty();
    }

    @Test
    void shouldKeepWhatWasHeardAfterTheQuestion() {
        long askedAt = announcements.now();
        announcements.hear(KEY, load(2));
        announcements.answer(askedAt, KEY, load(1));

        assertThat(announcements.all()).extracting(Member::load).containsExactly(2L);
    }

    @Test
    void shouldKeepAMemberThatCameBackAfterTheQuestion() {
        long askedAt = announcements.now();
        announcements.hear(KEY, load(2));
        announcements.answer(askedAt, KEY, null);

        assertThat(announcements.all()).hasSize(1);
    }

    @Test
    void shouldKeepWhatWasHeardWhileAllWasRead() {
        announcements.hear("gone", load(1));
        long askedAt = announcements.now();
        announcements.hear(KEY, load(2));
        announcements.read(askedAt, Map.of("b", load(3)), key -> false);

        assertThat(announcements.all()).extracting(Member::load).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void shouldKeepWhatWasReadAfterTheQuestion() {
        long askedAt = announcements.now();
        announcements.hear(KEY, load(1));
        announcements.read(announcements.now(), Map.of(KEY, load(2)), key -> false);
        announcements.answer(askedAt, KEY, null);

        assertThat(announcements.all()).extracting(Member::load).containsExactly(2L);
    }

    private static byte[] load(int load) {
        MemberId id = new MemberId("a" + load, "1");
        return MemberCodec.encode(new Member(id, Set.of(), new PublicAddress("127.0.0.1", 1, 0), load, false));
    }
}
