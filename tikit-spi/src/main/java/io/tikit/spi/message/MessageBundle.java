package io.tikit.spi.message;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Texts by language and key. Keys are those of {@link io.tikit.api.message.Messages}: the text of a violation with the
 * key {@code shipment.no_stock} has the key {@code violation.shipment.no_stock}. Give every key an English text, which
 * serves where another language lacks it, and begin keys of a plugin with its id.
 *
 * <p>A pattern is text with parameters in braces: <code>{name}</code> is a value as the language writes it,
 * <code>{when, date}</code> the day of an instant, and <code>{count, plural, =0 {nothing} one {# item} other {# items}}
 * </code> chooses by the language's own rules, with the number for {@code #}. The branches are {@code =} and a number,
 * {@code zero}, {@code one}, {@code two}, {@code few}, {@code many} and, always, {@code other}. An apostrophe before a
 * brace or {@code #} takes its meaning away, up to the next apostrophe; two apostrophes are one.
 *
 * <p>Immutable. A plugin may bring texts of its own keys, and those of the engine in languages that the engine does not
 * speak; what it may not do, and a pattern that cannot be read, is reported at start. The host may replace any text.
 *
 * @param patterns patterns by key by language
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record MessageBundle(Map<Locale, Map<String, String>> patterns) {
    /** Copies the patterns. */
    public MessageBundle {
        patterns = patterns.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    /**
     * Texts in one language.
     *
     * @param locale the language, with or without a region
     * @param patterns patterns by key
     * @return the bundle
     */
    public static MessageBundle of(Locale locale, Map<String, String> patterns) {
        return new MessageBundle(Map.of(locale, patterns));
    }

    /**
     * Texts in one language from a properties file in UTF-8. Open the file from the plugin's own class, for only that
     * may read the resources of its module.
     *
     * @param locale the language, with or without a region
     * @param properties the file; read to its end and closed
     * @return the bundle
     * @throws UncheckedIOException if the file cannot be read or is not UTF-8
     */
    public static MessageBundle of(Locale locale, InputStream properties) {
        Properties read = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                properties,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the messages in " + locale.toLanguageTag() + " cannot be read", e);
        }
        Map<String, String> byKey = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> byKey.put(key, read.getProperty(key)));
        return of(locale, byKey);
    }

    /**
     * The texts of this bundle and those of another, which win.
     *
     * @param other the other
     * @return both
     */
    public MessageBundle and(MessageBundle other) {
        Map<Locale, Map<String, String>> both = new HashMap<>(patterns);
        other.patterns.forEach((locale, added) -> {
            Map<String, String> byKey = new HashMap<>(both.getOrDefault(locale, Map.of()));
            byKey.putAll(added);
            both.put(locale, byKey);
        });
        return new MessageBundle(both);
    }
}
