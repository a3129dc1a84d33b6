package org.shaddock.load.table;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run of the generator.
 *
 * @param group what it belongs to, as it is named on the command line
 * @param arguments the generator's options
 */
record Trial(String group, List<String> arguments) {

    private static final int[] CROWDS = {100, 300, 1000, 2000};

    Trial {
        arguments = List.copyOf(arguments);
    }

    /** The same run with one more option. */
    Trial with(String option, String value) {
        return new Trial(
                group,
                Stream.concat(arguments.stream(), Stream.of(option, value)).toList());
    }

    /** What every server can be measured by; the crowds last, since not every server survives them. */
    static List<Trial> forAll() {
        return Stream.of(Stream.of(echo(), connect(), idle()), broadcasts())
                .flatMap(trials -> trials)
                .toList();
    }

    /** What only this project's server can be measured by, too; last the areas, which go on ticking. */
    static List<Trial> forUs() {
        return Stream.of(forAll().stream(), Stream.of(slow(), ticks()))
                .flatMap(trials -> trials)
                .toList();
    }

    static Trial echo() {
        return of("echo", "--mode", "echo", "--players", "100", "--rate", "1000", "--seconds", "15");
    }

    private static Stream<Trial> broadcasts() {
        return IntStream.of(CROWDS)
                .mapToObj(players -> of(
                        "broadcast", "--mode", "broadcast", "--players", String.valueOf(players), "--seconds", "15"));
    }

    private static Trial connect() {
        return of("connect", "--mode", "connect", "--players", "2000");
    }

    private static Trial idle() {
        return of("idle", "--mode", "idle", "--players", "5000");
    }

    private static Trial slow() {
        return of("slow", "--mode", "broadcast", "--players", "1000", "--slow", "1", "--seconds", "15");
    }

    private static Trial ticks() {
        return of("ticks", "--mode", "ticks", "--areas", "1000", "--seconds", "15");
    }

    private static Trial of(String group, String... arguments) {
        return new Trial(group, List.of(arguments));
    }
}
