package io.tikit.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrows between modules and between the packages of one module point one way. */
class ModuleRulesTest {
    /** Rules about classes that nobody read would all hold. */
    @Test
    void everySourceFileOfTheLibraryWasSeen() {
        Set<String> seen = Repository.classes().stream().map(JavaClass::getName).collect(Collectors.toSet());
        Set<String> unseen = new TreeSet<>();
        for (String module : Repository.MODULES) {
            Path sources = Repository.mainSources(module);
            for (Path file : Repository.javaFiles(sources)) {
                String name = sources.relativize(file)
                        .toString()
                        .replaceAll("[/\\\\]", ".")
                        .replaceFirst("\\.java$", "");
                if (!name.endsWith("-info") && !seen.contains(name)) {
                    unseen.add(name);
                }
            }
        }
        assertThat(unseen).as("source files without a class to check").isEmpty();
        assertThat(seen).as("classes to check").hasSizeGreaterThan(50);
    }

    @Test
    void apiNeedsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.tikit.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.tikit.api..", "java..", "org.jspecify..")
                .check(Repository.classes());
    }

    @Test
    void spiNeedsOnlyTheApi() {
        classes()
                .that()
                .resideInAPackage("io.tikit.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.tikit.api..", "io.tikit.spi..", "java..", "javax.crypto..", "javax.sql..", "org.jspecify..")
                .check(Repository.classes());
    }

    @Test
    void testKitNeedsOnlyTheSpiAndATestFramework() {
        classes()
                .that()
                .resideInAPackage("io.tikit.tck..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.tikit.api..",
                        "io.tikit.spi..",
                        "io.tikit.tck..",
                        "java..",
                        "javax.crypto..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.junit.jupiter.api..",
                        "org.opentest4j..",
                        "org.assertj..")
                .check(Repository.classes());
    }

    /** The core itself is compiled against by composition roots alone: samples, benchmarks and tests. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "jpa", "lucene", "quartz"})
    void modulesBesideEachOtherDoNotMeet(String module) {
        noClasses()
                .that()
                .resideInAPackage("io.tikit." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of("core", "jpa", "lucene", "quartz", "tck")
                        .filter(other -> !other.equals(module))
                        .map(other -> "io.tikit." + other + "..")
                        .toArray(String[]::new))
                .check(Repository.classes());
    }

    @ParameterizedTest
    @CsvSource({
        "jpa,    jakarta.persistence..",
        "jpa,    org.eclipse.persistence..",
        "jpa,    org.flywaydb..",
        "jpa,    com.zaxxer..",
        "jpa,    org.apache.derby..",
        "jpa,    org.postgresql..",
        "lucene, org.apache.lucene..",
        "quartz, org.quartz..",
        "core,   com.google..",
        "core,   jakarta.inject..",
    })
    void oneModuleKnowsALibrary(String module, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tikit." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(Repository.classes());
    }

    /** The values of the API name each other across features, as a conversation and its ticket do; code must not. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "jpa", "lucene", "quartz"})
    void featuresFormNoCycles(String module) {
        slices().matching("io.tikit." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(Repository.classes());
    }

    @Test
    void pipelineKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("io.tikit.core.pipeline..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.tikit.core..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("io.tikit.core.pipeline..")))
                .check(Repository.classes());
    }
}
