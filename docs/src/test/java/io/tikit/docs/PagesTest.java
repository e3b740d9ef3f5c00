package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages point at is there: other pages, headings, files, packages and classes. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```\\s*$");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`(io\\.tikit(?:\\.\\w+)+)[^`]*`");
    private static final Pattern SCHEME = Pattern.compile("[a-z]+:.*");
    private static final Pattern DECISION = Pattern.compile("(?s)# \\d{4} .+?\n\n\\d{4}-\\d{2}-\\d{2}, \\w+.*");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        Set<String> dead = new TreeSet<>();
        for (Path page : Repository.pages()) {
            Matcher link = LINK.matcher(text(page));
            while (link.find()) {
                if (!SCHEME.matcher(link.group(1)).matches() && !resolves(page, link.group(1))) {
                    dead.add(Repository.root().relativize(page) + " -> " + link.group(1));
                }
            }
        }
        assertThat(dead).as("links that lead nowhere").isEmpty();
    }

    private static boolean resolves(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page
                : page.resolveSibling(parts[0]).toAbsolutePath().normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** Headings as they are linked to: lower case, words joined by hyphens, all else left out. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(Repository.read(page))
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyPackageAndClassThatIsNamedIsThere() {
        Set<String> strangers = new TreeSet<>();
        int named = 0;
        for (Path page : Repository.pages()) {
            Matcher name = IN_BACKTICKS.matcher(Repository.read(page));
            while (name.find()) {
                named++;
                if (!isThere(name.group(1))) {
                    strangers.add(Repository.root().relativize(page) + ": " + name.group(1));
                }
            }
        }
        assertThat(strangers).as("packages and classes that are not there").isEmpty();
        assertThat(named).as("names that were looked up").isGreaterThan(30);
    }

    /** A class is the first part with a capital; what follows is inside of it. */
    private static boolean isThere(String name) {
        List<String> parts = List.of(name.split("\\."));
        Path place = Path.of("");
        for (String part : parts) {
            boolean type = Character.isUpperCase(part.charAt(0));
            place = place.resolve(type ? part + ".java" : part);
            if (type) {
                break;
            }
        }
        Path wanted = place;
        return Stream.concat(
                        Repository.MODULES.stream().map(Repository::mainSources),
                        Stream.of(Repository.root().resolve("docs/src/test/java")))
                .anyMatch(sources -> Files.exists(sources.resolve(wanted)));
    }

    @Test
    void everyPageOfTheDocumentationIsInItsIndex() {
        Path docs = Repository.root().resolve("docs");
        String index = Repository.read(docs.resolve("README.md"));
        List<String> missing = Repository.pages().stream()
                .filter(page -> page.startsWith(docs) && !page.equals(docs.resolve("README.md")))
                .map(page -> docs.relativize(page).toString().replace('\\', '/'))
                .filter(page -> !index.contains("](" + page + ")"))
                .toList();
        assertThat(missing).as("pages that docs/README.md does not list").isEmpty();
    }

    @Test
    void decisionsHaveATitleAndADate() {
        Path decisions = Repository.root().resolve("docs/decisions");
        List<Path> pages = Repository.pages().stream()
                .filter(page -> page.startsWith(decisions))
                .toList();
        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            String number = page.getFileName().toString().substring(0, 4);
            assertThat(Repository.read(page)).matches(DECISION).startsWith("# " + number + " ");
        });
    }

    private static String text(Path page) {
        return CODE_BLOCK.matcher(Repository.read(page)).replaceAll("");
    }
}
