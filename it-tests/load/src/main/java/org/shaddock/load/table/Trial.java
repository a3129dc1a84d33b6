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

    private static final String WARM_UP = "warm-up";
    private static final int[] CROWDS = {100, 300, 1000, 2000};

    Trial {
        arguments = List.copyOf(arguments);
    }

    boolean isWarmUp() {
        return group.equals(WARM_UP);
    }

    /** The same run with one more option. */
    Trial with(String option, String value) {
        return new Trial(
                group,
                Stream.concat(arguments.stream(), Stream.of(option, value)).toList());
    }

    /** What comes before all others and counts for nothing: compilers have seen the server's code by then. */
    private static Trial warmUp() {
        return of(WARM_UP, "--mode", "echo", "--players", "100", "--rate", "2000", "--warmup", "0");
    }

    /** What every server can be measured by; the crowds last, since not every server survives them. */
    static List<Trial> forAll() {
        return Stream.of(Stream.of(warmUp()), quiet(), broadcasts())
                .flatMap(trials -> trials)
                .toList();
    }

    /** What servers on the JVM can be measured by: questions at a rate that is beyond one thread of JavaScript. */
    static List<Trial> forJvm() {
        return Stream.of(Stream.of(warmUp(), answers()), quiet(), broadcasts())
                .flatMap(trials -> trials)
                .toList();
    }

    /** What only this project's server can be measured by, too; last the areas, which go on ticking. */
    static List<Trial> forUs() {
        return Stream.concat(forJvm().stream(), Stream.of(slow(), ticks())).toList();
    }

    /** How fast a server is when all goes well: with questions and with crowds. */
    static List<Trial> forSpeed() {
        return Stream.concat(Stream.of(warmUp(), answers(), echo()), broadcasts())
                .toList();
    }

    /** How fast an answer is when there is little to do. */
    static List<Trial> forAnswers() {
        return List.of(warmUp(), echo());
    }

    private static Stream<Trial> quiet() {
        return Stream.of(echo(), connect(), idle());
    }

    private static Trial echo() {
        return of("echo", "--mode", "echo", "--players", "100", "--rate", "1000", "--seconds", "15");
    }

    private static Trial answers() {
        return of("answers", "--mode", "echo", "--players", "400", "--rate", "20000", "--seconds", "15");
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
