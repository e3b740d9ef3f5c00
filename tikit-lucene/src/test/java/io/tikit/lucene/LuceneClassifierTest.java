package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.ticket.TicketId;
import io.tikit.lucene.classification.LuceneClassifier;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the classifier on Lucene keeps beyond the contract. */
class LuceneClassifierTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId OTHER = TenantId.of("other");
    private static final List<String> WORDS = List.of(
            "vpn", "drops", "printer", "paper", "toner", "mail", "slow", "password", "reset", "screen", "the", "again");
    private static final Set<String> FIELDS = Set.of("category", "priority");

    @TempDir
    Path home;

    private static Classifier at(Optional<Path> folder, int most) {
        return new LuceneClassifier(new IndexHome(folder)::open, folder.isPresent(), new TextAnalyzer(), most, 32);
    }

    /** Whatever is learned and forgotten in whatever order: the answers are those of one who learned the rest alone. */
    @Property(tries = 30)
    void forgettingLeavesNoTrace(@ForAll long seed) {
        Random random = new Random(seed);
        List<Example> kept = examples(random, 1, 5 + random.nextInt(40));
        List<Example> gone = examples(random, 1_000, 1 + random.nextInt(40));
        List<Example> both = new ArrayList<>(kept);
        both.addAll(gone);
        Collections.shuffle(both, random);
        try (Classifier forgetful = at(Optional.empty(), 50_000);
                Classifier innocent = at(Optional.empty(), 50_000)) {
            forgetful.learn(ACME, both.subList(0, both.size() / 2));
            forgetful.learn(OTHER, gone);
            forgetful.learn(ACME, both.subList(both.size() / 2, both.size()));
            forgetful.forget(ACME, gone.stream().map(Example::ticket).toList());
            innocent.learn(ACME, kept);
            for (int i = 0; i < 5; i++) {
                TicketText asked = text(random);
                assertThat(forgetful.suggest(ACME, asked, FIELDS))
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("model")
                        .isEqualTo(innocent.suggest(ACME, asked, FIELDS));
            }
        }
    }

    /** The restarted classifier answers as before, by the same model, and goes on learning. */
    @Test
    void aRestartChangesNothing() {
        Random random = new Random(7);
        TicketText asked = new TicketText("printer paper", "again the toner");
        List<Suggestion> before;
        try (Classifier classifier = at(Optional.of(home), 50_000)) {
            classifier.learn(ACME, examples(random, 1, 60));
            before = classifier.suggest(ACME, asked, FIELDS);
            assertThat(before).isNotEmpty();
        }
        try (Classifier classifier = at(Optional.of(home), 50_000)) {
            assertThat(classifier.suggest(ACME, asked, FIELDS)).isEqualTo(before);
            classifier.learn(ACME, examples(random, 500, 60));
            assertThat(classifier.suggest(ACME, asked, FIELDS).get(0).model())
                    .isNotEqualTo(before.get(0).model());
        }
    }

    /** Words of forgotten tickets are gone from the files too, while the others stay. */
    @Test
    void forgottenWordsAreInNoFile() throws IOException {
        try (Classifier classifier = at(Optional.of(home), 50_000)) {
            List<Example> examples = new ArrayList<>(examples(new Random(3), 1, 30));
            TicketId secret = new TicketId(new UUID(5, 5));
            examples.add(new Example(secret, new TicketText("Zanzibarian", "xylophones"), Map.of("category", "c1")));
            classifier.learn(ACME, examples);
            assertThat(files()).contains("zanzibar");
            classifier.forget(ACME, List.of(secret));
            assertThat(files()).doesNotContain("zanzibar").doesNotContain("xylophon");
            classifier.erase(ACME);
            try (Stream<Path> left = Files.list(home.resolve("acme"))) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .allMatch(name -> name.startsWith("segments") || name.equals("write.lock"));
            }
        }
    }

    /** Words that come once are not compressed beyond recognition, which the test checks itself. */
    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** Of more tickets than it may keep, the oldest go. */
    @Test
    void theOldestMakeRoom() {
        try (Classifier classifier = at(Optional.of(home), 100)) {
            List<Example> examples = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                examples.add(new Example(
                        new TicketId(new UUID(1, i)),
                        new TicketText(i < 50 ? "antique lantern" : "modern lamp", ""),
                        Map.of("category", i < 50 ? "old" : "new")));
            }
            classifier.learn(ACME, examples);
            assertThat(classifier.suggest(ACME, new TicketText("antique lantern", ""), FIELDS))
                    .isEmpty();
            assertThat(classifier.suggest(ACME, new TicketText("modern lamp", ""), FIELDS))
                    .extracting(Suggestion::value)
                    .containsExactly("new");
        }
    }

    /** A text unlike all that has a value, but like what people left empty, gets no suggestion. */
    @Test
    void saysNothingWherePeopleDid() {
        try (Classifier classifier = at(Optional.empty(), 50_000)) {
            List<Example> examples = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                boolean spam = i % 3 == 0;
                examples.add(new Example(
                        new TicketId(new UUID(1, i)),
                        new TicketText(spam ? "win lottery prize now" : "printer has no toner", ""),
                        Map.of("category", spam ? "" : "printer")));
            }
            classifier.learn(ACME, examples);
            assertThat(classifier.suggest(ACME, new TicketText("you win a prize", ""), FIELDS))
                    .isEmpty();
            assertThat(classifier.suggest(ACME, new TicketText("toner for the printer", ""), FIELDS))
                    .extracting(Suggestion::value)
                    .containsExactly("printer");
        }
    }

    private static List<Example> examples(Random random, int from, int count) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String category = random.nextInt(8) == 0 ? "" : "c" + random.nextInt(3);
            examples.add(new Example(
                    new TicketId(new UUID(1, from + i)),
                    text(random),
                    random.nextBoolean()
                            ? Map.of("category", category)
                            : Map.of("category", category, "priority", random.nextBoolean() ? "HIGH" : "LOW")));
        }
        return examples;
    }

    private static TicketText text(Random random) {
        StringBuilder text = new StringBuilder("the");
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return new TicketText("about", text.toString());
    }
}
