package org.shaddock;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The package DAG, as a test: what each package is allowed to import, and where time, threads and the container may show. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.shaddock";

    /** Each package and what it may import. A package imports only what stands above it, so no cycle can form. */
    private static final List<Layer> DAG = List.of(
            new Layer("api"),
            new Layer("protocol"),
            new Layer("flow"),
            new Layer("metrics"),
            new Layer("config"),
            new Layer("cluster", "flow"),
            new Layer("route", "api"),
            new Layer("filter", "api", "flow", "metrics"),
            new Layer("admission", "api", "metrics"),
            new Layer("tick", "api", "flow"),
            new Layer("trace", "api"),
            new Layer("placement", "api", "cluster", "flow"),
            new Layer("remote", "api", "flow", "metrics", "cluster", "filter", "trace", "placement"),
            new Layer("cron", "api", "metrics", "cluster", "remote"),
            new Layer("grid", "api", "flow", "metrics", "cluster", "placement", "remote"),
            new Layer("session", "api", "protocol", "flow", "metrics", "trace", "cluster", "remote"),
            new Layer("channel", "api", "protocol", "metrics", "cluster", "remote", "session"),
            new Layer("area", "api flow metrics cluster tick trace placement remote session channel".split(" ")),
            new Layer(
                    "handler",
                    "api protocol route filter flow tick trace metrics cluster remote cron session area".split(" ")),
            new Layer(
                    "admin",
                    "api flow metrics cluster filter admission placement remote session channel area handler"
                            .split(" ")),
            new Layer("hazelcast", "api flow cluster placement remote grid session channel".split(" ")),
            new Layer(
                    "runtime",
                    ("api protocol flow metrics config cluster route filter admission tick trace placement remote cron grid"
                                    + " session channel area handler admin hazelcast")
                            .split(" ")),
            new Layer("demo", "api"));

    @ArchTest
    static void packagesImportOnlyWhatTheDagAllows(JavaClasses classes) {
        for (Layer layer : DAG) {
            classes()
                    .that(describe("reside in " + layer.name, layer::contains))
                    .should()
                    .onlyDependOnClassesThat(describe("are allowed to " + layer.name, layer::mayImport))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static void dagHasNoCycle(JavaClasses classes) {
        List<String> above = new ArrayList<>();
        for (Layer layer : DAG) {
            assertThat(above).containsAll(layer.imports);
            above.add(layer.name);
        }
    }

    @ArchTest
    static void dagListsEveryPackage(JavaClasses classes) {
        assertThat(classes).isNotEmpty().allMatch(type -> DAG.stream().anyMatch(l -> l.contains(type)));
    }

    @ArchTest
    static void onlyTheEdgesKnowTheContainer(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackages("..runtime..", "..hazelcast..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "com.hazelcast..", "fish.payara..", "io.opentelemetry..", "org.eclipse..")
                .check(classes);
    }

    @ArchTest
    static void timeAndThreadsAreInjected(JavaClasses classes) {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(classes.that(describe(
                        "outside runtime", type -> !type.getPackageName().startsWith(ROOT + ".runtime"))));
    }

    @ArchTest
    static void namesSayWhatTheyAre(JavaClasses classes) {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Kit|Common|Base)")
                .check(classes);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var unmarked = classes.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty() && !p.isAnnotatedWith(NullMarked.class));
        assertThat(unmarked).isEmpty();
    }

    private record Layer(String name, List<String> imports) {

        Layer(String name, String... imports) {
            this(name, List.of(imports));
        }

        boolean contains(JavaClass type) {
            return within(type, name);
        }

        boolean mayImport(JavaClass type) {
            return !type.getPackageName().startsWith(ROOT + ".")
                    || Stream.concat(Stream.of(name), imports.stream()).anyMatch(p -> within(type, p));
        }

        private static boolean within(JavaClass type, String name) {
            return (type.getPackageName() + ".").startsWith(ROOT + "." + name + ".");
        }
    }
}
