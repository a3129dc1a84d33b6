package org.shaddock.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** A demo is written with what every game has: the API, Jakarta EE and the JDK. */
@AnalyzeClasses(packagesOf = DemoArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class DemoArchitectureTest {

    @ArchTest
    static void gamesTouchTheApiAndTheContainerOnly(JavaClasses classes) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.shaddock.demo..", "org.shaddock.api..", "jakarta..", "java..", "org.jspecify..")
                .check(classes);
    }

    @ArchTest
    static void gamesStartNoThreads(JavaClasses classes) {
        noClasses()
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(classes);
    }
}
