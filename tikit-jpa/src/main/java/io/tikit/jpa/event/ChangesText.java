package io.tikit.jpa.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Fact;
import io.tikit.api.event.FieldChange;
import io.tikit.jpa.codec.FieldValues;
import io.tikit.jpa.codec.Fingerprint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes and facts of an event in two columns. The first is never overwritten and holds, where a value is text, a commitment
 * to it: a salted digest. The second holds the salt and the texts; an erasure overwrites it, and the first column still
 * proves itself to whoever kept the texts. An erased text reads as {@link #ERASED}.
 *
 * @param changes a list of field, value before, value after, and behind them, when there are any, the facts as a list of
 *     their own with source, name, value; null when there are neither
 * @param texts the salt, then the texts in the order of their commitments; null when there are none or they were erased
 */
record ChangesText(@Nullable String changes, @Nullable String texts) {
    /** What stands for a text that was erased. */
    static final String ERASED = "";

    private static final String COMMITMENT = "x";
    private static final int SALT_BYTES = 12;
    private static final int COMMITMENT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static ChangesText write(List<FieldChange> changes, List<Fact> facts) {
        if (changes.isEmpty() && facts.isEmpty()) {
            return new ChangesText(null, null);
        }
        List<String> texts = new ArrayList<>();
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FieldValues.JSON.createGenerator(out)) {
            json.writeStartArray();
            for (FieldChange change : changes) {
                json.writeString(change.field());
                write(json, change.before(), texts);
                write(json, change.after(), texts);
            }
            if (!facts.isEmpty()) {
                write(json, facts, texts);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the changes of an event", e);
        }
        return new ChangesText(out.toString(), texts.isEmpty() ? null : list(texts));
    }

    private static void write(JsonGenerator json, List<Fact> facts, List<String> texts) throws IOException {
        json.writeStartArray();
        for (Fact fact : facts) {
            json.writeString(fact.source());
            json.writeString(fact.name());
            write(json, fact.value(), texts);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Optional<FieldValue> value, List<String> texts) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (value.get() instanceof FieldValue.Text text) {
            if (texts.isEmpty()) {
                texts.add(salt());
            }
            texts.add(text.value());
            json.writeStartObject();
            json.writeStringField(COMMITMENT, commitment(texts.get(0), text.value()));
            json.writeEndObject();
        } else {
            FieldValues.write(json, value.get());
        }
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return BASE64.encodeToString(salt);
    }

    /** The commitment to a text under a salt. */
    static String commitment(String salt, String text) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(salt.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) 0);
        byte[] full = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return BASE64.encodeToString(Arrays.copyOf(full, COMMITMENT_BYTES));
    }

    private static String list(List<String> texts) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FieldValues.JSON.createGenerator(out)) {
            json.writeStartArray();
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the texts of an event", e);
        }
        return out.toString();
    }

    /**
     * What was written, with its texts.
     *
     * @param changes the changes
     * @param facts the facts
     */
    record Read(List<FieldChange> changes, List<Fact> facts) {
        private static final Read NOTHING = new Read(List.of(), List.of());
    }

    Read read() {
        if (changes == null) {
            return Read.NOTHING;
        }
        try (JsonParser json = FieldValues.JSON.createParser(changes)) {
            List<FieldChange> read = new ArrayList<>();
            List<Fact> facts = new ArrayList<>();
            List<String> known = known();
            int[] next = {1};
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_ARRAY) {
                    facts(json, known, next, facts);
                    continue;
                }
                String field = json.getText();
                Optional<FieldValue> before = value(json, known, next);
                Optional<FieldValue> after = value(json, known, next);
                read.add(new FieldChange(field, before, after));
            }
            return new Read(read, facts);
        } catch (IOException e) {
            throw new UncheckedIOException("the changes of an event are damaged in the database", e);
        }
    }

    private static void facts(JsonParser json, List<String> known, int[] next, List<Fact> facts) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String source = json.getText();
            String name = json.nextTextValue();
            facts.add(new Fact(source, name, value(json, known, next)));
        }
    }

    private List<String> known() throws IOException {
        if (texts == null) {
            return List.of();
        }
        List<String> read = new ArrayList<>();
        try (JsonParser json = FieldValues.JSON.createParser(texts)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                read.add(json.getText());
            }
        }
        return read;
    }

    private static Optional<FieldValue> value(JsonParser json, List<String> texts, int[] next) throws IOException {
        if (json.nextToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (!COMMITMENT.equals(json.nextFieldName())) {
            // The first name is consumed by looking at it, so the value is read from there.
            return Optional.of(FieldValues.readNamed(json));
        }
        json.nextToken();
        json.nextToken();
        String text = next[0] < texts.size() ? texts.get(next[0]) : ERASED;
        next[0]++;
        return Optional.of(new FieldValue.Text(text));
    }
}
