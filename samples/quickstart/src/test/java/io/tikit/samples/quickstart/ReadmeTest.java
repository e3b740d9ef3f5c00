package io.tikit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the README is the one that is compiled here, and it runs. */
class ReadmeTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final int MOST_LINES = 25;

    @TempDir
    Path folder;

    @Test
    void showsTheProgramThatIsCompiledHere() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/tikit/samples/quickstart/FirstTicket.java"));
        String shown = source.substring(source.indexOf("import "));

        Matcher block = JAVA_BLOCK.matcher(Files.readString(readme()));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).isEqualTo(shown).hasLineCount(shown.split("\n").length);
        assertThat(shown.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Matcher link = LINK.matcher(Files.readString(readme()));
        while (link.find()) {
            assertThat(readme().resolveSibling(link.group(1))).exists();
        }
    }

    /**
     * In a process of its own: what the program prints is the ticket and nothing else. Newer JDKs warn on standard error
     * of what Guice and Lucene do, which is theirs to say and only checked on JDKs that do not.
     */
    @Test
    void programPrintsTheTicketAlone() throws Exception {
        Path printed = folder.resolve("printed");
        Path complaints = folder.resolve("complaints");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstTicket.class.getName())
                .directory(folder.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(complaints.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(printed).hasContent("TIK-1 VPN drops every hour: new");
        if (Runtime.version().feature() < 21) {
            assertThat(complaints).isEmptyFile();
        }
        assertThat(process.exitValue()).isZero();
    }

    private static Path readme() {
        return Path.of("../../README.md");
    }
}
