package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever writes a part tests it with a class of under 30 lines, imports included. Each contract of the kit has such a
 * test; that of a storage is in tikit-jpa, that of a plugin is the sample's.
 */
class ThirdPartyTestsAreShortTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @Test
    void testsAreShort() throws IOException {
        TreeSet<String> untested = new TreeSet<>(contracts());
        for (Path test : tests()) {
            List<String> lines = Files.readAllLines(test);
            assertThat(lines).as(test.toString()).hasSizeBetween(10, 29);
            untested.removeIf(contract -> lines.stream()
                    .anyMatch(line -> line.matches("class \\w+Test (implements |extends Jdbc)" + contract + " \\{")));
        }
        assertThat(untested).isEmpty();
    }

    private static List<Path> tests() throws IOException {
        List<Path> tests = new ArrayList<>(files(MODULE.resolve("src/test/java"), "ThirdParty\\w+Test.java"));
        tests.removeIf(test -> test.endsWith("ThirdPartyTestsAreShortTest.java"));
        tests.add(MODULE.toAbsolutePath()
                .resolveSibling("samples/first-plugin/src/test/java/com/example/slips/SlipsPluginTest.java"));
        tests.add(MODULE.toAbsolutePath()
                .resolveSibling("tikit-jpa/src/test/java/io/tikit/jpa/ThirdPartyStorageTest.java"));
        return tests;
    }

    /** Those that no other contract is made of. */
    private static TreeSet<String> contracts() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        TreeSet<String> parts = new TreeSet<>();
        for (Path source : files(MODULE.resolve("src/main/java"), "\\w+Contract.java")) {
            String text = Files.readString(source);
            if (!text.contains("public interface ")) {
                continue;
            }
            found.add(source.getFileName().toString().replace(".java", ""));
            String heritage = text.substring(text.indexOf("public interface "));
            String[] words = heritage.substring(0, heritage.indexOf('{')).split("\\W+");
            parts.addAll(List.of(words).subList(3, words.length));
        }
        found.removeAll(parts);
        assertThat(found).hasSizeGreaterThan(9);
        return found;
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }
}
