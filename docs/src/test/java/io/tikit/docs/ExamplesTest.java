package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The code on the pages is compiled and run. A block stands below a comment that says where it is cut from:
 * {@code <!-- example: ReactingTest#consumer -->} for the lines between {@code // tag::consumer} and
 * {@code // end::consumer} of a class in the package {@code example}, or a path from the root of the repository, with or
 * without a tag. Java that cannot run says why: {@code <!-- not run: reason -->}.
 */
class ExamplesTest {
    private static final String UPDATE = "./mvnw -B test -pl docs -am -Dtest=ExamplesTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Dupdate.docs=true";
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^(?: *<!-- (?<mark>example|not run): (?<what>[^\n]+?) -->\n\n?)?"
                    + "(?<indent> *)```(?<language>\\w*)\n(?<text>.*?)^\\k<indent>```$");
    private static final Path EXAMPLES = Repository.root().resolve("docs/src/test/java/io/tikit/docs/example");

    @Test
    void blocksShowWhatIsCompiledAndRun() throws IOException {
        Set<String> wrong = new TreeSet<>();
        int shown = 0;
        for (Path page : Repository.pages()) {
            String text = Repository.read(page);
            Matcher block = BLOCK.matcher(text);
            StringBuilder updated = new StringBuilder();
            while (block.find()) {
                MatchResult found = block.toMatchResult();
                String where = Repository.root().relativize(page) + ", line "
                        + text.substring(0, block.start("text")).lines().count() + ": ";
                if ("example".equals(block.group("mark"))) {
                    shown++;
                    String wanted = wanted(block.group("what"), block.group("indent"), where, wrong);
                    if (!wanted.isEmpty()
                            && !wanted.equals(block.group("text"))
                            && !Boolean.getBoolean("update.docs")) {
                        wrong.add(where + "differs from " + block.group("what"));
                    }
                    replace(block, updated, wanted.isEmpty() ? block.group("text") : wanted);
                } else if (block.group("language").equals("java") && !"not run".equals(block.group("mark"))) {
                    wrong.add(where + "is Java without <!-- example: ... --> or <!-- not run: reason --> above it");
                    block.appendReplacement(updated, Matcher.quoteReplacement(found.group()));
                }
            }
            block.appendTail(updated);
            if (Boolean.getBoolean("update.docs") && !updated.toString().equals(text)) {
                Files.writeString(page, updated.toString());
            }
        }
        assertThat(wrong).as("blocks of code; to rewrite them: " + UPDATE).isEmpty();
        assertThat(shown).as("blocks that are examples").isGreaterThan(5);
    }

    private static void replace(Matcher block, StringBuilder updated, String text) {
        String whole = block.group();
        int from = block.start("text") - block.start();
        int to = block.end("text") - block.start();
        block.appendReplacement(
                updated, Matcher.quoteReplacement(whole.substring(0, from) + text + whole.substring(to)));
    }

    /** What a block should show, or nothing and a finding when there is no such example. */
    private static String wanted(String what, String indent, String where, Set<String> wrong) {
        String[] parts = what.split("#", 2);
        Path file = parts[0].contains("/") ? Repository.root().resolve(parts[0]) : EXAMPLES.resolve(parts[0] + ".java");
        if (!Files.exists(file)) {
            wrong.add(where + "there is no " + Repository.root().relativize(file));
            return "";
        }
        String region = parts.length == 1 ? whole(Repository.read(file)) : region(Repository.read(file), parts[1]);
        if (region.isBlank()) {
            wrong.add(where + "nothing between tag::" + parts[1] + " and end::" + parts[1] + " in " + parts[0]);
            return "";
        }
        return region.indent(indent.length()).replaceAll("(?m)^ +$", "");
    }

    /** A Java file from its first import on; others from their first line. */
    private static String whole(String source) {
        return source.replaceFirst("(?s)\\Apackage [^\n]+;\n+", "");
    }

    /** The lines between the marks; marks of other examples inside are left out. */
    private static String region(String source, String tag) {
        StringBuilder region = new StringBuilder();
        boolean inside = false;
        for (String line : source.lines().toList()) {
            if (line.matches(".*\\b(tag|end)::" + Pattern.quote(tag) + "\\b(?!-).*")) {
                inside = line.contains("tag::");
            } else if (inside && !line.matches(".*\\b(tag|end)::[\\w-]+.*")) {
                region.append(line).append('\n');
            }
        }
        // The last line end would count as a line without an indent.
        return region.toString().stripTrailing().stripIndent() + "\n";
    }

    @Test
    void everyExampleIsATestOrUsedByOne() {
        String tests = String.join(
                "\n",
                Repository.javaFiles(EXAMPLES).stream()
                        .filter(ExamplesTest::isTest)
                        .map(Repository::read)
                        .toList());
        assertThat(Repository.javaFiles(EXAMPLES))
                .filteredOn(file -> !file.endsWith("package-info.java"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(isTest(file)
                                || tests.contains(file.getFileName().toString().replace(".java", "")))
                        .as(file.getFileName() + " is run")
                        .isTrue());
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith("Test.java") && Repository.read(file).contains("@Test");
    }
}
