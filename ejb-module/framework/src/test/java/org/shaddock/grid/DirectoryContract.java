package org.shaddock.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.shaddock.testing.Eventually.holds;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Directory;
import org.shaddock.placement.Placement;

/** What holds for every {@link Directory}, whatever the grid is made of. */
public abstract class DirectoryContract {

    private static final long PATIENCE_SECONDS = 20;
    private static final AtomicInteger LAST_AREA = new AtomicInteger();

    private final AreaId area = new AreaId("room", "r" + LAST_AREA.incrementAndGet());
    private final Placement first = new Placement(new MemberId("a", "1"), 1);
    private final Placement second = new Placement(new MemberId("b", "1"), 2);

    private Members members;
    private Directory a;
    private Directory b;

    protected abstract Members members();

    @BeforeEach
    void join() {
        members = members();
        a = members.join("a").directory();
        b = members.join("b").directory();
    }

    @AfterEach
    void leave() {
        members.close();
    }

    @Test
    void shouldSayNothingOfAnAreaThatWasNeverOpened() {
        assertThat(ended(a.read(area))).isEqualTo(Placement.NONE);
        assertThat(a.table().placement(area)).isEqualTo(Placement.NONE);
    }

    @Test
    void shouldPlaceAnAreaAndShowItToAll() {
        Placement said = ended(a.compareAndSet(area, Placement.NONE, first));

        assertThat(said).isEqualTo(first);
        assertThat(a.table().placement(area)).isEqualTo(first);
        assertThat(ended(b.read(area))).isEqualTo(first);
        assertThat(b.table().placement(area)).isEqualTo(first);
        holds(() -> b.table().placement(area).equals(first));
    }

    @Test
    void shouldTellTheOthersWithoutBeingAsked() {
        ended(a.compareAndSet(area, Placement.NONE, first));

        holds(() -> b.table().placement(area).equals(first));
    }

    @Test
    void shouldSayWhatIsThereInsteadOfWhatWasExpected() {
        ended(a.compareAndSet(area, Placement.NONE, first));

        assertThat(ended(b.compareAndSet(area, Placement.NONE, second))).isEqualTo(first);
        assertThat(ended(b.compareAndSet(area, new Placement(first.member(), 7), new Placement(first.member(), 8))))
                .isEqualTo(first);
        assertThat(b.table().placement(area)).isEqualTo(first);
    }

    @Test
    void shouldSayNothingIsThereWhenSomethingWasExpected() {
        assertThat(ended(a.compareAndSet(area, first, second))).isEqualTo(Placement.NONE);
    }

    @Test
    void shouldMoveAnArea() {
        ended(a.compareAndSet(area, Placement.NONE, first));

        assertThat(ended(b.compareAndSet(area, first, second))).isEqualTo(second);
        holds(() -> a.table().placement(area).equals(second));
    }

    @Test
    void shouldCloseAndForgetAnArea() {
        ended(a.compareAndSet(area, Placement.NONE, first));
        Placement closed = ended(a.compareAndSet(area, first, first.closed()));
        holds(() -> b.table().placement(area).equals(first.closed()));
        Placement forgotten = ended(b.compareAndSet(area, first.closed(), Placement.NONE));

        assertThat(closed).isEqualTo(first.closed());
        assertThat(forgotten).isEqualTo(Placement.NONE);
        assertThat(b.table().placement(area)).isEqualTo(Placement.NONE);
        holds(() -> a.table().placement(area).equals(Placement.NONE));
        assertThat(a.table().highestEpoch()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void shouldNotForgetWhatWasOpenedAgain() {
        ended(a.compareAndSet(area, Placement.NONE, first));
        ended(a.compareAndSet(area, first, first.closed()));
        ended(b.compareAndSet(area, first.closed(), second));

        assertThat(ended(a.compareAndSet(area, first.closed(), Placement.NONE))).isEqualTo(second);
        assertThat(ended(b.read(area))).isEqualTo(second);
    }

    @Test
    void shouldRefuseAnEpochThatDoesNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.compareAndSet(area, second, first))
                .withMessageContaining("An epoch must rise");
    }

    @Test
    void shouldTellAreasApartWhateverTheirNames() {
        AreaId one = new AreaId("a/b", "c" + area.name());
        AreaId other = new AreaId("a", "b/c" + area.name());
        ended(a.compareAndSet(one, Placement.NONE, first));
        ended(a.compareAndSet(other, Placement.NONE, second));
        holds(() -> b.table().placement(one).equals(first));
        holds(() -> b.table().placement(other).equals(second));

        assertThat(ended(b.read(one))).isEqualTo(first);
        assertThat(ended(b.read(other))).isEqualTo(second);
    }

    @Test
    void shouldLetExactlyOneOfManyWinAndTellAllWho() {
        List<Directory> directories = List.of(a, b, members.join("c").directory());
        ConcurrentLinkedQueue<Placement> results = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] attempts = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                            Placement wish = new Placement(new MemberId("m" + i, "1"), 1);
                            return directories.get(i % 3).compareAndSet(area, Placement.NONE, wish);
                        })
                        .thenCompose(result -> result)
                        .thenAccept(results::add))
                .toArray(CompletableFuture[]::new);
        ended(CompletableFuture.allOf(attempts));

        assertThat(results).hasSize(60);
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(ended(a.read(area))).isEqualTo(results.peek());
    }

    @Test
    void shouldLoseNoStepWhenManyCountTogether() {
        int each = 15;
        CompletableFuture<?> all = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> raise(a, each)), CompletableFuture.runAsync(() -> raise(b, each)));
        ended(all);

        assertThat(ended(a.read(area)).epoch()).isEqualTo(2 * each);
    }

    @Test
    void shouldTellListenersBeforeTheResultIsThere() {
        List<Placement> heard = new CopyOnWriteArrayList<>();
        a.listen((changed, placement) -> {
            if (changed.equals(area)) {
                heard.add(placement);
            }
        });
        ended(a.compareAndSet(area, Placement.NONE, first));

        assertThat(heard).containsExactly(first);
    }

    @Test
    void shouldTellListenersInOrderAndEachChangeOnce() {
        List<Placement> heard = new CopyOnWriteArrayList<>();
        b.listen((changed, placement) -> {
            if (changed.equals(area)) {
                heard.add(placement);
            }
        });
        Placement present = Placement.NONE;
        for (int i = 1; i <= 50; i++) {
            present = ended(a.compareAndSet(area, present, new Placement(new MemberId("m", "1"), i)));
        }
        holds(() -> b.table().placement(area).epoch() == 50);

        assertThat(heard).isSortedAccordingTo((one, other) -> Long.compare(one.epoch(), other.epoch()));
        assertThat(heard).doesNotHaveDuplicates();
    }

    @Test
    void shouldShowALateMemberWhatIsPlaced() {
        ended(a.compareAndSet(area, Placement.NONE, first));
        Directory late = members.join("late").directory();

        holds(() -> late.table().placement(area).equals(first));
    }

    @Test
    void shouldKeepWhatAMemberPlacedThatIsKilled() {
        Grid doomed = members.join("doomed");
        ended(doomed.directory().compareAndSet(area, Placement.NONE, first));
        members.kill(doomed);

        assertThat(ended(a.read(area))).isEqualTo(first);
        assertThat(ended(a.compareAndSet(area, first, second))).isEqualTo(second);
    }

    @Test
    void shouldFailWhatIsAskedOfAMemberThatHasLeft() {
        Grid gone = members.join("gone");
        gone.close();
        Directory directory = gone.directory();

        assertThat(failed(directory.read(area))).isTrue();
        assertThat(failed(directory.compareAndSet(area, Placement.NONE, first))).isTrue();
        assertThat(failed(directory.refresh())).isTrue();
        assertThat(ended(a.read(area))).isEqualTo(Placement.NONE);
    }

    @Test
    void shouldChangeNothingByARefreshWhenNothingWasLost() {
        ended(a.compareAndSet(area, Placement.NONE, first));
        List<AreaId> heard = new CopyOnWriteArrayList<>();
        ended(a.refresh());
        a.listen((changed, placement) -> heard.add(changed));
        ended(a.refresh());

        assertThat(a.table().placement(area)).isEqualTo(first);
        assertThat(heard).doesNotContain(area);
    }

    private void raise(Directory directory, int times) {
        int done = 0;
        Placement present = ended(directory.read(area));
        while (done < times) {
            Placement next = new Placement(new MemberId("m" + directory.hashCode(), "1"), present.epoch() + 1);
            present = ended(directory.compareAndSet(area, present, next));
            done += present.equals(next) ? 1 : 0;
        }
    }

    private static <T> T ended(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static boolean failed(CompletableFuture<?> future) {
        return ended(future.handle((value, failure) -> failure != null));
    }
}
