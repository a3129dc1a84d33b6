package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.api.Param;
import org.glassfish.api.admin.AdminCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hk2.annotations.Service;

/** Every command has a manual that tells all of its options and columns. */
class ManualTest {

    @ParameterizedTest
    @MethodSource("commands")
    void shouldTellEveryOption(Class<? extends AdminCommand> command) throws IOException {
        String manual = manual(command);

        assertThat(manual).contains(name(command), "EXIT STATUS", "asadmin> " + name(command));
        assertThat(options(command)).allMatch(option -> manual.contains("--" + option + " "));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void shouldTellEveryColumn(Class<? extends ListCommand> command) throws Exception {
        ListCommand list = command.getConstructor().newInstance();
        String manual = manual(command).replaceAll("\\s+", " ");

        assertThat(list.headings()).isNotEmpty().allMatch(heading -> manual.matches(".*\\b" + heading + "[ ,.].*"));
    }

    static Stream<Class<? extends ListCommand>> lists() throws IOException, URISyntaxException {
        return commands()
                .filter(ListCommand.class::isAssignableFrom)
                .map(command -> command.asSubclass(ListCommand.class));
    }

    /** Those that people call. */
    static Stream<Class<? extends AdminCommand>> commands() throws IOException, URISyntaxException {
        Path classes = Path.of(AskMember.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("org/shaddock/console"))) {
            List<Class<? extends AdminCommand>> commands = files.map(
                            file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> load(file.substring(0, file.length() - ".class".length())))
                    .filter(AdminCommand.class::isAssignableFrom)
                    .filter(type -> type.isAnnotationPresent(Service.class) && type != AskMember.class)
                    .<Class<? extends AdminCommand>>map(type -> type.asSubclass(AdminCommand.class))
                    .toList();
            assertThat(commands).hasSizeGreaterThan(10);
            return commands.stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("org.shaddock.console." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Service.class).name();
    }

    private static Stream<String> options(Class<?> command) {
        return Stream.<Class<?>>iterate(command, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Param.class)
                        && !field.getAnnotation(Param.class).primary())
                .map(field -> field.getAnnotation(Param.class).name().isEmpty()
                        ? field.getName()
                        : field.getAnnotation(Param.class).name());
    }

    private static String manual(Class<?> command) throws IOException {
        try (InputStream in = command.getResourceAsStream(name(command) + ".1")) {
            assertThat(in).as("the manual of " + name(command)).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
