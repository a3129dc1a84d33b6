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

    /** What comes before all others and counts for nothing: compilers have seen the server's code by then. */
    static final Trial WARM_UP = of("warm-up", "--mode", "echo", "--players", "100", "--rate", "2000", "--warmup", "0");

    private static final int[] CROWDS = {100, 300, 1000, 2000};

    Trial {
        arguments = List.copyOf(arguments);
    }

    /** What every server can be measured by; the crowds last, since not every server survives them. */
    static List<Trial> forAll() {
        return joined(List.of(echo(), connect(), idle()), broadcasts());
    }

    /** What servers on the JVM can be measured by: questions at a rate that is beyond one thread of JavaScript. */
    static List<Trial> forJvm() {
        return joined(List.of(answers()), forAll());
    }

    /** What only this project's server can be measured by, too; last the areas, which go on ticking. */
    static List<Trial> forUs() {
        return joined(forJvm(), List.of(slow(), ticks()));
    }

    /** How fast a server is when all goes well: with questions and with crowds. */
    static List<Trial> forSpeed() {
        return joined(questions(), broadcasts());
    }

    /** How fast a server answers: as many as it can take, and a few. */
    static List<Trial> questions() {
        return List.of(answers(), echo());
    }

    static Trial echo() {
        return of("echo", "--mode", "echo", "--players", "100", "--rate", "1000", "--seconds", "15");
    }

    static List<Trial> broadcasts() {
        return IntStream.of(CROWDS)
                .mapToObj(players ->
                        of("broadcast", "--mode", "broadcast", "--players", String.valueOf(players), "--seconds", "15"))
                .toList();
    }

    private static Trial answers() {
        return of(
                "answers",
                "--mode",
                "echo",
                "--players",
                "400",
                "--rate",
                "20000",
                "--warmup",
                "40",
                "--seconds",
                "15");
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

    private static List<Trial> joined(List<Trial> first, List<Trial> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static Trial of(String group, String... arguments) {
        return new Trial(group, List.of(arguments));
    }
}
