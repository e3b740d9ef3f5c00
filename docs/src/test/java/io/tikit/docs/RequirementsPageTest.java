package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes the page that says which tests prove which requirement, from the {@code @Requirement} in the sources. */
class RequirementsPageTest {
    private static final String UPDATE = "./mvnw -B test -pl docs -am -Dtest=RequirementsPageTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Dupdate.docs=true";
    private static final Pattern LABEL = Pattern.compile("(?m)^\\s*@Requirement\\(\\s*(?:value\\s*=\\s*)?([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern LABELLED =
            Pattern.compile("\\b(?:class|interface|record)\\s+(\\w+)|\\b(?:void|boolean)\\s+(\\w+)\\s*\\(");
    private static final Path PAGE = Repository.root().resolve("docs/requirements.md");

    /** Id to title, in the order of the list. */
    private final Map<String, String> requirements = new LinkedHashMap<>();

    /** Id to file to the methods, or the class, that carry it. */
    private final Map<String, Map<Path, Set<String>>> tests = new TreeMap<>();

    @BeforeEach
    void read() {
        List<String> lines = Repository.read(Repository.root().resolve("docs/requirements.csv"))
                .lines()
                .toList();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",", 2);
            requirements.put(columns[0], columns[1].replaceAll("^\"|\"$", "").replace("\"\"", "\""));
        }
        for (Path file : Repository.javaFiles(Repository.root())) {
            if (holdsTests(Repository.root().relativize(file))) {
                collect(file, Repository.read(file));
            }
        }
    }

    @Test
    void testsNameKnownRequirements() {
        Map<String, Map<Path, Set<String>>> unknown = new TreeMap<>(tests);
        unknown.keySet().removeAll(requirements.keySet());
        assertThat(unknown).as("ids that docs/requirements.csv does not list").isEmpty();
    }

    @Test
    void pageSaysWhatTheTestsSay() throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.exists(PAGE) ? Repository.read(PAGE) : "")
                .as("docs/requirements.md; to rewrite it: " + UPDATE)
                .isEqualTo(page());
    }

    /** The contracts of the test kit are tests too, although they live among main sources. */
    private static boolean holdsTests(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/test/java/") || path.startsWith("tikit-tck/src/main/java/");
    }

    private void collect(Path file, String source) {
        Matcher label = LABEL.matcher(source);
        while (label.find()) {
            Matcher labelled = LABELLED.matcher(source);
            String name = "";
            if (labelled.find(label.end())) {
                name = labelled.group(1) == null ? labelled.group(2) : "";
            }
            String method = name;
            ID.matcher(label.group(1))
                    .results()
                    .forEach(id -> tests.computeIfAbsent(id.group(1), key -> new TreeMap<>())
                            .computeIfAbsent(file, key -> new TreeSet<>())
                            .add(method));
        }
    }

    private String page() {
        List<String> open = requirements.keySet().stream()
                .filter(id -> !tests.containsKey(id))
                .toList();
        StringBuilder page = new StringBuilder("# Requirements and the tests that prove them\n\n")
                .append(
                        "Written by the build from `@Requirement` in the tests; the list of ids is `requirements.csv`.\n")
                .append("To rewrite this page:\n\n    ")
                .append(UPDATE)
                .append("\n\n")
                .append(requirements.size() - open.size())
                .append(" of ")
                .append(requirements.size())
                .append(" requirements have a test.\n\n## With tests\n\n| id | requirement | tests |\n|---|---|---|\n");
        for (Map.Entry<String, String> requirement : requirements.entrySet()) {
            if (tests.containsKey(requirement.getKey())) {
                row(page, requirement.getKey(), requirement.getValue(), cell(tests.get(requirement.getKey())));
            }
        }
        page.append("\n## Without tests\n\n| id | requirement |\n|---|---|\n");
        for (String id : open) {
            row(page, id, requirements.getOrDefault(id, ""));
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        Stream.of(cells).forEach(cell -> page.append("| ").append(cell).append(' '));
        page.append("|\n");
    }

    private static String cell(Map<Path, Set<String>> byFile) {
        StringBuilder cell = new StringBuilder();
        byFile.forEach((file, methods) -> {
            String path = Repository.root().relativize(file).toString().replace('\\', '/');
            cell.append(cell.isEmpty() ? "" : "; ")
                    .append('[')
                    .append(file.getFileName().toString().replace(".java", ""))
                    .append("](../")
                    .append(path)
                    .append(')');
            String names = String.join(
                    ", ", methods.stream().filter(name -> !name.isEmpty()).toList());
            cell.append(names.isEmpty() ? "" : ": " + names);
        });
        return cell.toString();
    }
}
