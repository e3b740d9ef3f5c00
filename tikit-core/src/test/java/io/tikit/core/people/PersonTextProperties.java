package io.tikit.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.TransferFormat;
import io.tikit.tck.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read is what was written, whatever people are called. */
class PersonTextProperties {
    private static final Set<PersonColumn> LISTS = EnumSet.of(PersonColumn.TEAMS, PersonColumn.ORGANISATIONS);
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "\"\"",
            ",",
            ";",
            "\\",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "=",
            "+",
            "-",
            "@",
            " ",
            "=1+1",
            "; ",
            "a",
            "plain",
            "\u00e9",
            "e\u0301",
            "\u0639\u0631\u0628\u064a",
            "\u202e",
            "\u200f",
            "\ufeff",
            "\u00a0",
            "\u2028",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\udcbb",
            "null",
            "{",
            "]");

    /** What is written of some people: a list of names in some columns, one text in the others. */
    record Written(TransferFormat format, Set<PersonColumn> columns, List<Map<PersonColumn, List<String>>> people) {}

    @Property(tries = 400)
    @Requirement("REQ-UM-006")
    void whatIsReadIsWhatWasWritten(@ForAll("files") Written file) throws Exception {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Iterator<List<Map<PersonColumn, List<String>>>> pages = List.of(
                        file.people(), List.<Map<PersonColumn, List<String>>>of())
                .iterator();
        assertThat(PersonTexts.write(file.format(), file.columns(), pages::next, to))
                .isEqualTo(file.people().size());

        List<Map<PersonColumn, List<String>>> read = new ArrayList<>();
        try (PersonRows rows = PersonRows.of(file.format(), new ByteArrayInputStream(to.toByteArray()))) {
            for (Optional<PersonRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                assertThat(row.get().broken()).isEmpty();
                Map<PersonColumn, List<String>> person = new EnumMap<>(PersonColumn.class);
                row.get()
                        .cells()
                        .forEach((column, cell) ->
                                person.put(column, LISTS.contains(column) ? CellText.split(cell) : List.of(cell)));
                read.add(person);
            }
        }
        assertThat(read).isEqualTo(file.people());
    }

    @Provide
    Arbitrary<Written> files() {
        Arbitrary<Set<PersonColumn>> columns = Arbitraries.of(PersonColumn.class)
                .set()
                .map(some -> {
                    Set<PersonColumn> all = EnumSet.of(PersonColumn.EXTERNAL_ID);
                    all.addAll(some);
                    return all;
                });
        return Combinators.combine(Arbitraries.of(TransferFormat.class), columns)
                .flatAs((format, some) -> person(some)
                        .list()
                        .ofMaxSize(6)
                        .filter(people -> !people.isEmpty())
                        .map(people -> new Written(format, some, people)));
    }

    private static Arbitrary<Map<PersonColumn, List<String>>> person(Set<PersonColumn> columns) {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(5).map(pieces -> String.join("", pieces)),
                // Half of a pair is no text and cannot be kept anywhere.
                Arbitraries.strings().withCharRange('\u0001', '\ud7ff').ofMaxLength(20));
        Arbitrary<String> names = texts.filter(text -> !text.isEmpty());
        List<Arbitrary<List<String>>> cells = columns.stream()
                .map(column -> LISTS.contains(column)
                        ? names.list().ofMaxSize(4)
                        : (column == PersonColumn.EXTERNAL_ID ? names : texts).map(List::of))
                .toList();
        return Combinators.combine(cells).as(values -> {
            Map<PersonColumn, List<String>> person = new EnumMap<>(PersonColumn.class);
            Iterator<List<String>> each = values.iterator();
            columns.forEach(column -> person.put(column, each.next()));
            return person;
        });
    }
}
