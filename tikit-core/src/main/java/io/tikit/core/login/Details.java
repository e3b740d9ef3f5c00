package io.tikit.core.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tikit.api.Channel;
import io.tikit.api.login.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept of a token besides its times, as text. */
record Details(Map<String, String> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Details none() {
        return new Details(Map.of());
    }

    static Details of(Origin origin) {
        return none().with("address", origin.address())
                .with("agent", origin.agent())
                .with("channel", origin.channel().key());
    }

    static Details read(String text) {
        try {
            return new Details(JSON.readValue(text, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the details of a token cannot be read", e);
        }
    }

    Details with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Details(more);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Origin origin() {
        return new Origin(
                get("address").orElse(""),
                get("agent").orElse(""),
                new Channel(get("channel").orElse("api")));
    }

    String text() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the details of a token cannot be written", e);
        }
    }
}
