package io.tikit.docs.example;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The other system of the examples: it is asked under a key, and hears the same question once. */
final class Shipments {
    final Map<String, String> asked = new ConcurrentHashMap<>();
    final Duration patience;
    final Optional<String> token;

    Shipments(Duration patience, Optional<String> token) {
        this.patience = patience;
        this.token = token;
    }

    void ask(String key, String subject) {
        asked.put(key, subject);
    }
}
