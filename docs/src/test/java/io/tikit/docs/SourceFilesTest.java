package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be seen in the files alone. */
class SourceFilesTest {
    private static final int MOST_LINES = 500;
    private static final Pattern DOCUMENTED_AND_MARKED =
            Pattern.compile("(?s)\\s*/\\*\\*.*\\*/\\s*@(org\\.jspecify\\.annotations\\.)?NullMarked\\s.*");

    @Test
    void filesStayReadable() {
        Map<Path, Long> tooLong = new TreeMap<>();
        for (Path file : Repository.javaFiles(Repository.root())) {
            long lines = Repository.read(file).lines().count();
            if (lines > MOST_LINES) {
                tooLong.put(Repository.root().relativize(file), lines);
            }
        }
        assertThat(tooLong).as("files above " + MOST_LINES + " lines").isEmpty();
    }

    @Test
    void everyPackageIsDocumentedAndNullMarked() {
        Set<Path> bare = new TreeSet<>();
        for (String module : Repository.MODULES) {
            for (Path folder : packages(module)) {
                Path info = folder.resolve("package-info.java");
                if (!Files.exists(info)
                        || !DOCUMENTED_AND_MARKED.matcher(Repository.read(info)).matches()) {
                    bare.add(Repository.root().relativize(info));
                }
            }
        }
        assertThat(bare)
                .as("packages without a package-info that documents and null-marks them")
                .isEmpty();
    }

    /** Neither does Java allow two modules with one package, nor could a reader tell where to look. */
    @Test
    void everyPackageIsAtHomeInItsModule() {
        Set<Path> strays = new TreeSet<>();
        for (String module : Repository.MODULES) {
            Path sources = Repository.mainSources(module);
            for (Path folder : packages(module)) {
                if (!sources.relativize(folder).startsWith(Path.of("io", "tikit", module))) {
                    strays.add(Repository.root().relativize(folder));
                }
            }
        }
        assertThat(strays).as("packages outside io.tikit.<module>").isEmpty();
    }

    private static Set<Path> packages(String module) {
        Set<Path> folders = new TreeSet<>();
        for (Path file : Repository.javaFiles(Repository.mainSources(module))) {
            if (!file.endsWith("module-info.java")) {
                folders.add(file.getParent());
            }
        }
        return folders;
    }
}
