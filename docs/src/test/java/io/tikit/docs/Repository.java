package io.tikit.docs;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files and the compiled classes of this repository. */
final class Repository {
    /** The library modules; each holds the packages {@code io.tikit.<name>}. */
    static final List<String> MODULES = List.of("api", "spi", "core", "jpa", "lucene", "quartz", "tck");

    private Repository() {}

    /** Main classes of the library modules, read once. */
    static JavaClasses classes() {
        return Imported.CLASSES;
    }

    static Path root() {
        Path root = Path.of(System.getProperty("basedir", "docs"))
                .toAbsolutePath()
                .normalize()
                .getParent();
        if (!Files.exists(root.resolve("mvnw"))) {
            throw new IllegalStateException("not the root of the repository: " + root);
        }
        return root;
    }

    static Path mainSources(String module) {
        return root().resolve("tikit-" + module).resolve("src/main/java");
    }

    /** Every Java file at or below a folder, build output left out, in a stable order. */
    static List<Path> javaFiles(Path folder) {
        return files(folder, ".java");
    }

    /** Every page of text in the repository, build output left out, in a stable order. */
    static List<Path> pages() {
        return files(root(), ".md");
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", ".git").noneMatch(part -> contains(file, part)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String part) {
        for (Path name : root().relativize(file)) {
            if (name.toString().equals(part)) {
                return true;
            }
        }
        return false;
    }

    private static final class Imported {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tikit");
    }
}
