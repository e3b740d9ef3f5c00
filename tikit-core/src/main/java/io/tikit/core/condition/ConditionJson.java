package io.tikit.core.condition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Conditions;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import java.util.List;
import java.util.Map;

/**
 * The JSON form of conditions. Documents that hold conditions read and write them here as a part of their own tree.
 *
 * <p>A condition is an object: {@code {"all": [...]}}, {@code {"any": [...]}}, {@code {"not": {...}}},
 * {@code {"words": "..."}}, or a field with an operator, such as
 * {@code {"field": "priority", "op": "at_least", "value": "HIGH"}} or
 * {@code {"field": "updated", "op": "below", "time": "now-2d"}}.
 */
public final class ConditionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(3 * Condition.MAX_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(Conditions.LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** How deep and large a tree may be, as the text of that violation speaks of it. */
    static final Map<String, Object> LIMITS = Map.of("depth", Condition.MAX_DEPTH, "parts", Condition.MAX_NODES);

    private ConditionJson() {}

    /**
     * Reads a condition that is part of a larger tree.
     *
     * @param path where it stands, begins every violation's path; may be empty
     * @param found what is wrong is added here; if anything was, the result must not be used
     */
    public static Condition read(JsonNode node, FieldCatalog catalog, String path, List<Violation> found) {
        return new JsonReader(catalog, found).read(node, path, 1);
    }

    /**
     * Writes a condition as part of a larger tree, so that {@link #read} with the same catalogue reads an equal one.
     *
     * @throws InvalidException if it is too deep or too large
     */
    public static ObjectNode write(Condition condition, FieldCatalog catalog) {
        requireSimple(condition);
        return new JsonWriter(catalog).write(condition);
    }

    /** Parses a text. */
    static JsonNode parse(String json) {
        if (json.length() > Conditions.LONGEST) {
            throw invalid(
                    "too_long",
                    "a condition has at most " + Conditions.LONGEST + " characters of JSON",
                    Map.of("max", Conditions.LONGEST, "length", json.length()));
        }
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw invalid("not_json", "this is no JSON: " + e.getOriginalMessage(), Map.of());
        }
    }

    static void requireSimple(Condition condition) {
        if (ConditionCheck.isTooComplex(condition)) {
            throw invalid(
                    "too_complex",
                    "a condition may be " + Condition.MAX_DEPTH + " deep and have " + Condition.MAX_NODES + " parts",
                    LIMITS);
        }
    }

    private static InvalidException invalid(String key, String message, Map<String, Object> parameters) {
        return new InvalidException(ErrorCode.INVALID_QUERY, new Violation("condition", key, message, parameters));
    }
}
