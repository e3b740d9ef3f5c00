package io.tikit.core.message;

import io.tikit.api.message.Messages;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.message.MessageBundle;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All patterns of an engine by language and key. Where several bring the same, the host wins. */
public final class MessageCatalog {
    /** The languages of the engine's own texts; each has a file. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"));

    /** A pattern and the language that it is written in. */
    record Found(TextPattern pattern, Locale language) {}

    private final Map<String, Map<String, TextPattern>> byTag;

    private MessageCatalog(Map<String, Map<String, TextPattern>> byTag) {
        this.byTag = byTag;
    }

    /**
     * Puts the texts of the engine, of plugins and of the host together; what cannot be used becomes a violation and is
     * left out.
     */
    public static MessageCatalog of(List<MessageBundle> plugins, List<MessageBundle> host, Violations violations) {
        Map<String, Map<String, TextPattern>> byTag = new HashMap<>();
        own().forEach(bundle -> put(byTag, bundle, violations));
        Set<String> ownKeys = Set.copyOf(
                byTag.getOrDefault(Locale.ENGLISH.toLanguageTag(), Map.of()).keySet());
        Set<String> ownLanguages = LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());
        for (MessageBundle bundle : plugins) {
            bundle.patterns()
                    .forEach((locale, patterns) -> patterns.keySet().forEach(key -> {
                        boolean theEngines = ownKeys.contains(key) && ownLanguages.contains(locale.getLanguage());
                        boolean there = byTag.getOrDefault(locale.toLanguageTag(), Map.of())
                                .containsKey(key);
                        if (theEngines || there) {
                            violations.add(
                                    "messages." + key,
                                    "message_taken",
                                    "the text in " + locale.toLanguageTag()
                                            + " is there already and only the host may replace it",
                                    Map.of("key", key, "language", locale.toLanguageTag()));
                        }
                    }));
            put(byTag, bundle, violations);
        }
        host.forEach(bundle -> put(byTag, bundle, violations));
        return new MessageCatalog(byTag);
    }

    /** The engine's own texts. Each file is named here, because no default of the JVM may choose it. */
    static List<MessageBundle> own() {
        return LANGUAGES.stream()
                .map(language -> {
                    String file = "messages_" + language.getLanguage() + ".properties";
                    InputStream stream = MessageCatalog.class.getResourceAsStream(file);
                    if (stream == null) {
                        throw new IllegalStateException(file + " is missing beside " + MessageCatalog.class.getName());
                    }
                    return MessageBundle.of(language, stream);
                })
                .toList();
    }

    private static void put(Map<String, Map<String, TextPattern>> byTag, MessageBundle bundle, Violations violations) {
        bundle.patterns()
                .forEach((locale, patterns) -> patterns.forEach((key, pattern) -> {
                    try {
                        byTag.computeIfAbsent(locale.toLanguageTag(), tag -> new HashMap<>())
                                .put(key, TextPattern.parse(pattern));
                    } catch (IllegalArgumentException e) {
                        String why = String.valueOf(e.getMessage());
                        violations.add(
                                "messages." + key,
                                "message_malformed",
                                "the text in " + locale.toLanguageTag() + " cannot be read: " + why,
                                Map.of("key", key, "language", locale.toLanguageTag(), "reason", why));
                    }
                }));
    }

    /** The texts in a language. */
    public Messages in(Locale locale, ZoneId zone) {
        return new LocalMessages(this, locale, zone);
    }

    /** Looks in the language, then without what stands at the end of its tag, at last in English. */
    Optional<Found> find(String key, Locale locale) {
        String tag = locale.toLanguageTag();
        while (!tag.isEmpty()) {
            TextPattern pattern = byTag.getOrDefault(tag, Map.of()).get(key);
            if (pattern != null) {
                return Optional.of(new Found(pattern, Locale.forLanguageTag(tag)));
            }
            tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
        }
        return Optional.ofNullable(byTag.getOrDefault(Locale.ENGLISH.toLanguageTag(), Map.of())
                        .get(key))
                .map(pattern -> new Found(pattern, Locale.ENGLISH));
    }
}
