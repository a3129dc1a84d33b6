package org.shaddock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final TokenBucket bucket = new TokenBucket(10, 5, 0);

    @Test
    void shouldAllowItsSizeAtOnce() {
        assertThat(bucket.take(10, 0)).isTrue();
        assertThat(bucket.take(1, 0)).isFalse();
    }

    @Test
    void shouldRefillEvenly() {
        bucket.take(10, 0);

        assertThat(bucket.take(1, 199)).isFalse();
        assertThat(bucket.take(1, 200)).isTrue();
        assertThat(bucket.take(1, 200)).isFalse();
    }

    @Test
    void shouldNotHoldMoreThanItsSizeWhenMuchTimePasses() {
        assertThat(bucket.take(11, Long.MAX_VALUE / 2)).isFalse();
        assertThat(bucket.take(10, Long.MAX_VALUE / 2)).isTrue();
    }

    @Test
    void shouldTakeNothingWhenThereIsNotEnough() {
        bucket.take(8, 0);
        bucket.take(5, 0);

        assertThat(bucket.take(2, 0)).isTrue();
    }

    @Test
    void shouldRefillNothingWhenTheClockGoesBackwards() {
        bucket.take(10, 1000);
        bucket.take(1, 0);

        assertThat(bucket.take(1, 1000)).isFalse();
        assertThat(bucket.take(1, 1200)).isTrue();
    }

    @Test
    void shouldWorkWhenTheClockIsNegative() {
        TokenBucket early = new TokenBucket(1, 1, -5000);
        early.take(1, -5000);

        assertThat(early.take(1, -4001)).isFalse();
        assertThat(early.take(1, -4000)).isTrue();
    }

    @Test
    void shouldAllowMoreThanItsSizeAtOnceWhenItHadToWait() {
        bucket.take(10, 0);

        bucket.excuse(4000, 5000);

        assertThat(bucket.take(25, 5000)).isTrue();
        assertThat(bucket.take(1, 5000)).isFalse();
    }

    @Test
    void shouldAllowNoMoreThanTimeHasBroughtHoweverLongItHadToWait() {
        bucket.take(10, 0);

        bucket.excuse(60_000, 1000);

        assertThat(bucket.take(6, 1000)).isFalse();
    }

    @Test
    void shouldHoldNoMoreThanItsSizeWhenTheWaitIsLongOver() {
        bucket.excuse(4000, 5000);

        assertThat(bucket.take(11, 9000)).isFalse();
        assertThat(bucket.take(10, 9000)).isTrue();
    }

    @Test
    void shouldBeFullOnlyWhenAllIsRefilled() {
        bucket.take(1, 0);

        assertThat(bucket.isFull(199)).isFalse();
        assertThat(bucket.isFull(200)).isTrue();
    }
}
