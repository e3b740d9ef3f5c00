package io.tikit.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders for tests. */
final class TestFolders {
    private static final Logger LOG = LoggerFactory.getLogger(TestFolders.class);

    private TestFolders() {}

    static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder that somebody else may be deleting as well, in a few rounds. */
    static void delete(Path folder) {
        for (int round = 0; round < 10 && Files.exists(folder); round++) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("round {} did not delete all of {}", round, folder, e);
            }
        }
    }
}
