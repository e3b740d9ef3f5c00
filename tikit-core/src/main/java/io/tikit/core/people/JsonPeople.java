package io.tikit.core.people;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.tikit.api.error.Violation;
import io.tikit.api.people.PersonColumn;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People from an array of objects. */
final class JsonPeople implements PersonRows {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(LONGEST_CELL)
                    .maxNumberLength(100)
                    .build())
            .build();

    private static final int MOST_WRONG = 20;
    private static final int MOST_SKIPPED = 1000;

    private final JsonParser parser;

    private JsonPeople(JsonParser parser) {
        this.parser = parser;
    }

    static JsonPeople of(Reader from) throws IOException, Broken {
        JsonPeople people = new JsonPeople(JSON.createParser(from));
        if (people.token() != JsonToken.START_ARRAY) {
            throw PersonRows.file(1, "it is no JSON array");
        }
        return people;
    }

    private JsonToken token() throws IOException, Broken {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                // Texts are read when they are asked for, and may break then.
                parser.getText();
            }
            return token == null ? JsonToken.NOT_AVAILABLE : token;
        } catch (JsonProcessingException e) {
            throw PersonRows.file(line(), "it is no JSON");
        } catch (CharacterCodingException e) {
            throw PersonRows.encoding(line());
        }
    }

    private long line() {
        return parser.currentLocation().getLineNr();
    }

    @Override
    public Optional<PersonRow> next() throws IOException, Broken {
        JsonToken token = token();
        if (token == JsonToken.END_ARRAY) {
            if (token() != JsonToken.NOT_AVAILABLE) {
                throw PersonRows.file(line(), "something stands behind the array");
            }
            return Optional.empty();
        }
        if (token != JsonToken.START_OBJECT) {
            throw PersonRows.file(line(), "an object or the end of the array was awaited");
        }
        long line = line();
        Map<PersonColumn, String> cells = new EnumMap<>(PersonColumn.class);
        List<Violation> broken = new ArrayList<>();
        while (token() != JsonToken.END_OBJECT) {
            if (parser.currentToken() != JsonToken.FIELD_NAME) {
                throw PersonRows.file(line(), "it ends within an object");
            }
            String name = parser.currentName();
            // The names of members are remembered to find those that come twice, so there are not any number of them.
            if (broken.size() >= MOST_WRONG) {
                throw PersonRows.file(line(), "more than " + MOST_WRONG + " members of an object are wrong");
            }
            Optional<PersonColumn> column = PersonColumn.ofKey(name);
            JsonToken value = token();
            if (column.isEmpty()) {
                broken.add(new Violation(
                        name, "unknown_column", "there is no member '" + name + "'", Map.of("value", name)));
                skip();
            } else if (value == JsonToken.VALUE_STRING && !isList(column.get())) {
                cells.put(column.get(), parser.getText());
            } else if (value == JsonToken.START_ARRAY && isList(column.get())) {
                names().ifPresentOrElse(
                                names -> cells.put(column.get(), CellText.joined(names)),
                                () -> broken.add(wrong(column.get())));
            } else if (value != JsonToken.VALUE_NULL) {
                broken.add(wrong(column.get()));
                skip();
            }
        }
        return Optional.of(new PersonRow(line, cells, broken));
    }

    private static boolean isList(PersonColumn column) {
        return column == PersonColumn.TEAMS || column == PersonColumn.ORGANISATIONS;
    }

    private static Violation wrong(PersonColumn column) {
        String wanted = isList(column) ? "a list of texts" : "a text";
        return new Violation(
                column.key(), "wrong_type", "must be " + wanted, Map.of("wanted", wanted, "given", column.key()));
    }

    private Optional<List<String>> names() throws IOException, Broken {
        List<String> names = new ArrayList<>();
        boolean texts = true;
        for (JsonToken token = token(); token != JsonToken.END_ARRAY; token = token()) {
            if (token == JsonToken.NOT_AVAILABLE) {
                throw PersonRows.file(line(), "it ends within an array");
            }
            texts &= token == JsonToken.VALUE_STRING;
            if (texts && names.size() <= MOST_NAMES) {
                names.add(parser.getText());
            } else {
                skip();
            }
        }
        return texts ? Optional.of(names) : Optional.empty();
    }

    private void skip() throws IOException, Broken {
        JsonToken first = parser.currentToken();
        boolean opens = first != null && first.isStructStart();
        for (int depth = opens ? 1 : 0, skipped = 0; depth > 0; skipped++) {
            JsonToken token = token();
            if (token == JsonToken.NOT_AVAILABLE || skipped > MOST_SKIPPED) {
                throw PersonRows.file(line(), "a value that nobody asked for ends too late or not at all");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
