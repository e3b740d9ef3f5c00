package com.example.webhook;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named texts as a web form sends them. A name may come several times. */
final class Form {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Form with(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return this;
    }

    /** The first value of a name, or an empty text. */
    String get(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Form of(byte[] bytes) {
        Form form = new Form();
        for (String pair : new String(bytes, StandardCharsets.US_ASCII).split("&")) {
            int is = pair.indexOf('=');
            if (is < 0) {
                throw new IllegalArgumentException("not a form");
            }
            form.with(
                    URLDecoder.decode(pair.substring(0, is), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
        }
        return form;
    }
}
