package io.tikit.samples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the sample as its user does: in a JVM of its own, on packaged JARs. */
class ModularHostTest {
    private static final String LIBRARIES = System.getProperty("sample.libraries");
    private static final String MAIN = "io.tikit.samples.modulepath.ModularHost";
    private static final String JAR = System.getProperty("sample.jar");

    @TempDir
    Path folder;

    @Test
    void deskRunsOnTheModulePath() throws Exception {
        Path home = folder.resolve("home");
        String path = JAR + File.pathSeparator + LIBRARIES;
        assertThat(run("-p", path, "-m", "io.tikit.samples.modulepath/" + MAIN, home.toString()))
                .isEqualToIgnoringNewLines(
                        "TIK-1 found 1, health UP, in module io.tikit.samples.modulepath with "
                                + "com.google.guice com.yubico.webauthn org.apache.lucene.core org.eclipse.persistence.jpa org.quartz");
    }

    private String run(String... arguments) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.command().addAll(List.of(arguments));
        Process process = command.directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            assertThat(ended).as("ended, having said %s", Files.readString(err)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
