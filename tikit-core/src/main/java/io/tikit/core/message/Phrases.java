package io.tikit.core.message;

import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** What the engine itself writes into tickets. In English, because a desk has no language of its own yet. */
public final class Phrases {
    private final MessageCatalog catalog;

    @Inject
    Phrases(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    public String say(String key, Map<String, ?> parameters) {
        return catalog.in(Locale.ENGLISH, ZoneOffset.UTC).text(key, parameters);
    }
}
