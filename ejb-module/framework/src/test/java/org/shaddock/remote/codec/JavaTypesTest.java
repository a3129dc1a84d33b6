package org.shaddock.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.api.AreaId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

class JavaTypesTest {

    private static final TypeCodecs CODECS = new JavaTypes();

    private static final Everything EVERYTHING = new Everything(
            true,
            (byte) -1,
            (short) -300,
            'ß',
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            -0.0f,
            Double.MIN_VALUE,
            null,
            "żółw \uD83D\uDC22",
            TimeUnit.DAYS,
            List.of(new Point(1, 2), new Point(-1, Integer.MAX_VALUE)),
            Map.of("a", Set.of(1, 2), "b", Set.of()),
            Optional.of(new AreaId("room", "1")),
            new Circle(new Point(0, 0), 1.5));

    private static final Values VALUES = new Values(
            new BigDecimal("1.50"),
            BigInteger.TWO.pow(100),
            UUID.fromString("00000000-0000-0001-0000-000000000002"),
            URI.create("ws://h/x"),
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            Duration.ofNanos(1),
            LocalDate.of(2024, 2, 29));

    @Test
    void shouldBringBackRecordsOfAllKinds() {
        assertThat(copied(Everything.class, EVERYTHING)).isEqualTo(EVERYTHING);
        assertThat(copied(Values.class, VALUES)).isEqualTo(VALUES);
    }

    @Test
    void shouldBringBackArrays() {
        Arrayed value = new Arrayed(new byte[] {1, 2}, new int[] {3, -4}, new Point[] {new Point(5, 6), null});
        Arrayed copy = (Arrayed) copied(Arrayed.class, value);

        assertThat(copy.bytes()).containsExactly(1, 2);
        assertThat(copy.numbers()).containsExactly(3, -4);
        assertThat(copy.points()).containsExactly(new Point(5, 6), null);
    }

    @Test
    void shouldBringBackNullsInCollections() {
        List<String> list = Arrays.asList("a", null);

        assertThat(copied(type("texts"), list)).isEqualTo(list);
        assertThat(copied(type("texts"), null)).isNull();
    }

    @Test
    void shouldBringBackGenericRecords() {
        Page<List<Point>> page = new Page<>(List.of(new Point(1, 2)), null);

        assertThat(copied(type("page"), page)).isEqualTo(page);
    }

    @Test
    void shouldBringBackRecordsThatHoldTheirOwnKind() {
        Tree tree = new Tree(1, List.of(new Tree(2, List.of()), new Tree(3, List.of(new Tree(4, List.of())))));

        assertThat(copied(Tree.class, tree)).isEqualTo(tree);
    }

    @Test
    void shouldTakeFewBytes() {
        assertThat(written(Point.class, new Point(1, -2))).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void shouldReadARecordThatHasGrown() {
        byte[] bytes = written(Newer.class, new Newer("x", 7, List.of("y")));

        assertThat(CODECS.of(Older.class).read(new FrameReader(bytes))).isEqualTo(new Older("x"));
    }

    @Test
    void shouldReadARecordThatHadNotGrownYet() {
        byte[] bytes = written(Older.class, new Older("x"));

        assertThat(CODECS.of(Newer.class).read(new FrameReader(bytes))).isEqualTo(new Newer("x", 0, null));
    }

    @Test
    void shouldGiveACopyThatCannotBeChanged() {
        @SuppressWarnings("unchecked")
        List<String> copy = (List<String>) copied(type("texts"), List.of("a"));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.add("b"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Object.class, Thread.class, StringBuilder.class, Holder.class, List.class, Open.class})
    void shouldRefuseTypesThatCannotTravel(Class<?> type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODECS.of(type))
                .withMessageStartingWith(type.getTypeName() + " cannot travel: ");
    }

    @Test
    void shouldStillKnowOtherTypesAfterARefusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> CODECS.of(Holder.class));

        assertThat(copied(Point.class, new Point(1, 2))).isEqualTo(new Point(1, 2));
    }

    @Test
    void shouldRefuseBytesThatHoldNoSuchValue() {
        Random random = new Random(3);
        byte[] whole = written(Everything.class, EVERYTHING);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += isRefused(bytes) ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(10_000);
    }

    @Test
    void shouldRefuseAnEnumConstantItDoesNotKnow() {
        byte[] bytes = new FrameWriter(10).u8(1).text("FORTNIGHTS").toBytes();

        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> CODECS.of(TimeUnit.class).read(new FrameReader(bytes)));
    }

    @Test
    void shouldRefuseAListLongerThanItsBytes() {
        byte[] bytes = new FrameWriter(10).u8(1).number(Integer.MAX_VALUE).u8(0).toBytes();

        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> CODECS.of(type("texts")).read(new FrameReader(bytes)));
    }

    @Test
    void shouldRefuseWhatIsNestedTooDeep() {
        Tree tree = new Tree(0, List.of());
        for (int i = 0; i < 200; i++) {
            tree = new Tree(i, List.of(tree));
        }
        byte[] bytes = written(Tree.class, tree);

        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> CODECS.of(Tree.class).read(new FrameReader(bytes)));
    }

    @Test
    void shouldRefuseARecordThatRefusesItself() {
        byte[] bytes = written(Older.class, new Older("-1"));

        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> CODECS.of(Strict.class).read(new FrameReader(bytes)))
                .withMessageContaining("never");
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            CODECS.of(Everything.class).read(new FrameReader(bytes));
            return false;
        } catch (FrameException e) {
            return true;
        }
    }

    private static Object copied(Type type, Object value) {
        FrameReader in = new FrameReader(written(type, value));
        Object copy = CODECS.of(type).read(in);
        in.end();
        return copy;
    }

    private static byte[] written(Type type, Object value) {
        FrameWriter out = new FrameWriter(0);
        CODECS.of(type).write(out, value);
        return out.toBytes();
    }

    private static Type type(String component) {
        return Arrays.stream(Generic.class.getRecordComponents())
                .filter(c -> c.getName().equals(component))
                .findFirst()
                .orElseThrow()
                .getGenericType();
    }

    sealed interface Figure permits Circle, Square {}

    record Circle(Point centre, double radius) implements Figure {}

    record Square(Point corner, int side) implements Figure {}

    sealed interface Open permits Loose {}

    static final class Loose implements Open {}

    record Point(int x, int y) {}

    record Everything(
            boolean flag,
            byte tiny,
            short small,
            char letter,
            int number,
            long large,
            float rough,
            double fine,
            Integer none,
            String text,
            TimeUnit unit,
            List<Point> points,
            Map<String, Set<Integer>> sets,
            Optional<AreaId> area,
            Figure figure) {}

    record Values(BigDecimal price, BigInteger huge, UUID id, URI uri, Instant when, Duration howLong, LocalDate day) {}

    record Arrayed(byte[] bytes, int[] numbers, Point[] points) {}

    record Tree(int value, List<Tree> children) {}

    record Page<T>(T items, Page<T> next) {}

    record Generic(List<String> texts, Page<List<Point>> page) {}

    record Older(String name) {}

    record Newer(String name, int level, List<String> tags) {}

    record Holder(Point point, Thread thread) {}

    record Strict(String name) {

        Strict {
            throw new IllegalArgumentException("never");
        }
    }
}
