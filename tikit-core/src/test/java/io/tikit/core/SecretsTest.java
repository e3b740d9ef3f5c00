package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that lets somebody in shows in any line of any log at any level, in no event, no error, and no text form. A log is
 * set up when a process starts, so the ways in are gone through in another one.
 */
class SecretsTest {
    @Test
    void noSecretIsSeenAnywhere(@TempDir Path folder) throws IOException, InterruptedException {
        Path logged = folder.resolve("logged");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-Dorg.slf4j.simpleLogger.logFile=" + logged,
                        SecretsWorkload.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(() -> read(folder.resolve("output"))).isZero();
        String lines = read(logged);
        assertThat(lines).contains("TRACE io.tikit.core.SecretsWorkload", "DEBUG");
        List<String> secrets = Files.readAllLines(folder.resolve("secrets"), StandardCharsets.UTF_8);
        assertThat(secrets).hasSizeGreaterThan(30).doesNotContain("").contains(SecretsWorkload.PLANTED);
        assertThat(secrets.stream().filter(lines::contains))
                .as("secrets in the log, beside the one that was put there to be found")
                .containsExactly(SecretsWorkload.PLANTED);
        for (String file : List.of("seen", "output", "derby.log")) {
            String text = Files.exists(folder.resolve(file)) ? read(folder.resolve(file)) : "";
            assertThat(secrets.stream().filter(text::contains))
                    .as("secrets in " + file)
                    .isEmpty();
        }
        assertThat(read(folder.resolve("seen")))
                .contains("login.succeeded", "login.factor_added", "login.key_made", "LOGIN_ENDED", "wrong_password");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String classPath() {
        return Stream.concat(
                        Stream.of("surefire.test.class.path", "java.class.path", "jdk.module.path")
                                .map(name -> System.getProperty(name, ""))
                                .filter(value -> !value.isEmpty()),
                        Stream.of(Path.of("target", "test-classes")
                                .toAbsolutePath()
                                .toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
