package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.error.ErrorCategory;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.health.HealthReason;
import io.tikit.core.message.TextPattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that the engine says to people has a text in every language that it speaks. */
class MessagesTest {
    private static final Path FOLDER = Repository.mainSources("core")
            .resolve("../resources/io/tikit/core/message")
            .normalize();
    private static final Pattern SAID = Pattern.compile("\"(said\\.[a-z._]+)\"");
    private static final List<String> LANGUAGES = List.of("en", "de", "ar");
    private static final Set<String> ARABIC_FORMS = Set.of("one", "two", "few", "many", "other");

    /** Where violations are made in the name of the engine. */
    private static List<Path> sources() {
        return Repository.javaFiles(Repository.root()).stream()
                .filter(file -> Repository.root().relativize(file).toString().startsWith("tikit-"))
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                .toList();
    }

    @Test
    void everythingThatIsSaidIsInEveryBundle() throws IOException {
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            wanted.put("error." + code, Set.of("ErrorCode." + code));
        }
        for (HealthReason reason : HealthReason.values()) {
            wanted.put("health." + reason, Set.of("HealthReason." + reason));
        }
        for (Path file : sources()) {
            SAID.matcher(Repository.read(file))
                    .results()
                    .forEach(found -> wanted.put(found.group(1), Set.of(file.toString())));
        }
        Set<String> unclear = new TreeSet<>();
        ViolationKeys.in(sources(), unclear).forEach((key, files) -> wanted.put("violation." + key, files));
        assertThat(unclear).as("violations of which the key cannot be seen").isEmpty();
        assertThat(wanted).as("keys that were found").hasSizeGreaterThan(80);

        Set<String> wrong = new TreeSet<>();
        for (String language : LANGUAGES) {
            Path file = FOLDER.resolve("messages_" + language + ".properties");
            Map<String, String> bundle = bundle(file);
            wanted.forEach((key, users) -> {
                if (!bundle.containsKey(key)) {
                    wrong.add("add '" + key + " = ...' to " + Repository.root().relativize(file) + "; it is used by "
                            + users);
                }
            });
            for (String key : bundle.keySet()) {
                if (!wanted.containsKey(key.replaceFirst("^(health\\.\\w+)\\.detail$", "$1"))) {
                    wrong.add(
                            "nobody uses '" + key + "' of " + Repository.root().relativize(file));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void languagesSpeakOfTheSameValues() throws IOException {
        Map<String, String> english = bundle(FOLDER.resolve("messages_en.properties"));
        for (String language : LANGUAGES) {
            Map<String, String> bundle = bundle(FOLDER.resolve("messages_" + language + ".properties"));
            assertThat(bundle.keySet()).as("keys in " + language).isEqualTo(english.keySet());
            bundle.forEach((key, pattern) -> {
                TextPattern read = TextPattern.parse(pattern);
                assertThat(read.names())
                        .as("values in " + key + " in " + language)
                        .isEqualTo(TextPattern.parse(english.get(key)).names());
                if (language.equals("ar")) {
                    assertThat(read.choices())
                            .as("plurals of " + key)
                            .allSatisfy(branches -> assertThat(branches).containsAll(ARABIC_FORMS));
                }
                if (!language.equals("en")) {
                    assertThat(pattern).as(key + " is translated").isNotEqualTo(english.get(key));
                }
            });
        }
    }

    /** An error knows its kind and nothing more. */
    @Test
    void errorsSpeakOfWhatTheirKindKnows() throws IOException {
        bundle(FOLDER.resolve("messages_en.properties")).forEach((key, pattern) -> {
            if (key.startsWith("error.")) {
                ErrorCode code = ErrorCode.valueOf(key.substring("error.".length()));
                Set<String> known = code == ErrorCode.PLUGIN_FAILED
                        ? Set.of("plugin")
                        : code.category() == ErrorCategory.INVALID
                                ? Set.of("count")
                                : code.category() == ErrorCategory.CONFLICT ? Set.of("count", "fields") : Set.of();
                assertThat(known)
                        .as("values of " + key)
                        .containsAll(TextPattern.parse(pattern).names());
            }
            if (key.startsWith("health.") && !key.endsWith(".detail")) {
                assertThat(TextPattern.parse(pattern).names())
                        .as("values of " + key)
                        .isEmpty();
            }
        });
    }

    private static Map<String, String> bundle(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> bundle.put(key, properties.getProperty(key)));
        long lines = Repository.read(file)
                .lines()
                .filter(line -> line.matches("[a-z].*=.*"))
                .count();
        assertThat(bundle).as("each key once in " + file.getFileName()).hasSize((int) lines);
        return bundle;
    }
}
