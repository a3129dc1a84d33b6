package org.shaddock.remote.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * Values without parts. Whole numbers take as few bytes as they need; what has a text form in the JDK travels in it.
 *
 * @param writer writes a value
 * @param reader reads one
 * @param absent what it is when the sender does not know of it
 */
record ScalarCodec<T>(
        BiConsumer<FrameWriter, T> writer,
        Function<FrameReader, @Nullable T> reader,
        @Nullable T absent) implements ValueCodec {

    private static final Map<Class<?>, ScalarCodec<?>> ALL = new HashMap<>();

    static {
        add(boolean.class, new ScalarCodec<>((out, value) -> out.u8(value ? 1 : 0), in -> in.u8() == 1, false));
        add(byte.class, new ScalarCodec<>((out, value) -> out.u8(value), in -> (byte) in.u8(), (byte) 0));
        add(short.class, new ScalarCodec<>((out, value) -> signed(out, value), in -> (short) signed(in), (short) 0));
        add(char.class, new ScalarCodec<>((out, value) -> out.number(value), in -> (char) in.number(), '\0'));
        add(int.class, new ScalarCodec<>((out, value) -> signed(out, value), in -> (int) signed(in), 0));
        add(long.class, new ScalarCodec<>(ScalarCodec::signed, ScalarCodec::signed, 0L));
        add(
                float.class,
                new ScalarCodec<>(
                        (out, value) -> out.number(Float.floatToIntBits(value) & 0xFFFFFFFFL),
                        in -> Float.intBitsToFloat((int) in.number()),
                        0f));
        add(
                double.class,
                new ScalarCodec<>(
                        (out, value) -> out.int64(Double.doubleToLongBits(value)),
                        in -> Double.longBitsToDouble(in.int64()),
                        0d));
        add(String.class, new ScalarCodec<>(FrameWriter::text, FrameReader::text, null));
        add(byte[].class, new ScalarCodec<>(FrameWriter::block, FrameReader::block, null));
        add(Void.class, new ScalarCodec<>((out, value) -> {}, in -> null, null));
        addTexts();
    }

    /** The codec of a type that is one; {@code null} for any other. */
    static @Nullable ValueCodec of(Class<?> type) {
        return ALL.get(type);
    }

    /** An enum's constants travel by name, so that they may be put in another order. */
    static ValueCodec ofEnum(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return ScalarCodec.<Object>ofText(value -> ((Enum<?>) value).name(), name -> {
            Object constant = constants.get(name);
            if (constant == null) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no " + name + ".");
            }
            return constant;
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(FrameWriter out, @Nullable Object value) {
        writer.accept(out, (T) value);
    }

    @Override
    public @Nullable Object read(FrameReader in) {
        return reader.apply(in);
    }

    private static void addTexts() {
        text(BigDecimal.class, BigDecimal::new);
        text(BigInteger.class, BigInteger::new);
        text(UUID.class, UUID::fromString);
        text(URI.class, URI::create);
        text(Instant.class, Instant::parse);
        text(Duration.class, Duration::parse);
        text(Period.class, Period::parse);
        text(LocalDate.class, LocalDate::parse);
        text(LocalTime.class, LocalTime::parse);
        text(LocalDateTime.class, LocalDateTime::parse);
        text(OffsetDateTime.class, OffsetDateTime::parse);
        text(ZonedDateTime.class, ZonedDateTime::parse);
        text(ZoneId.class, ZoneId::of);
    }

    private static <T> void text(Class<T> type, Function<String, T> parser) {
        add(type, ofText(Object::toString, parser));
    }

    private static <T> ScalarCodec<T> ofText(Function<T, String> printer, Function<String, T> parser) {
        return new ScalarCodec<>((out, value) -> out.text(printer.apply(value)), in -> parsed(in.text(), parser), null);
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new FrameException("A text that cannot be read: " + e.getMessage());
        }
    }

    private static <T> void add(Class<T> type, ScalarCodec<T> codec) {
        ALL.put(type, codec);
    }

    /** Small numbers of either sign become small numbers from 0. */
    private static void signed(FrameWriter out, long value) {
        out.number((value << 1) ^ (value >> 63));
    }

    private static long signed(FrameReader in) {
        long value = in.number();
        return (value >>> 1) ^ -(value & 1);
    }
}
