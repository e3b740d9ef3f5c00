package io.tikit.benchmarks;

import io.tikit.spi.classification.TicketText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Texts with the values that people gave them, from data sets that lie beside the project on some machines.
 *
 * @param name of the set and, where it has several, of the value
 * @param all what is in it
 */
record LabelledTexts(String name, List<One> all) {
    /** What a text is given that belongs to no value. */
    static final String NONE = "";

    /** A text and its value. */
    record One(TicketText text, String value) {}

    /** The sets that are there, at most so many texts of each. */
    static List<LabelledTexts> found(int most) throws IOException {
        Optional<Path> data = folder();
        List<LabelledTexts> sets = new ArrayList<>();
        if (data.isPresent()) {
            read(data.get().resolve("banking77/train.csv.gz"), "banking77", "text", "", "category", most)
                    .ifPresent(sets::add);
            read(data.get().resolve("clinc150/train_val.csv.gz"), "clinc150", "text", "", "intent", most)
                    .ifPresent(sets::add);
            Path tickets = data.get().resolve("it-tickets/it_tickets.csv.gz");
            read(tickets, "it-tickets/topic_group", "title", "body", "topic_group", most)
                    .ifPresent(sets::add);
            read(tickets, "it-tickets/business_service", "title", "body", "business_service", most)
                    .ifPresent(sets::add);
        }
        return sets;
    }

    /** The folder beside the project, or beside a folder around it. */
    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Optional<LabelledTexts> read(
            Path file, String name, String subject, String body, String value, int most) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<List<String>> rows;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            rows = rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> names = rows.get(0);
        List<One> all = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String given = row.get(names.indexOf(value));
            if (!given.isEmpty()) {
                all.add(new One(
                        new TicketText(
                                row.get(names.indexOf(subject)), body.isEmpty() ? "" : row.get(names.indexOf(body))),
                        given.equals("oos") ? NONE : given));
            }
        }
        // every so many, because files are in the order of values
        int step = Math.max(1, all.size() / most);
        List<One> taken = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            taken.add(all.get(i));
        }
        return Optional.of(new LabelledTexts(name, List.copyOf(taken)));
    }

    /** Comma-separated values as they are commonly quoted. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (twice) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
