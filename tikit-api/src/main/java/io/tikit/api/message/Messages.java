package io.tikit.api.message;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * Texts for people in one language: English, German and Arabic come with the engine, others with plugins or from the
 * host. A text that is missing in the language is looked up in the language without its region, then in English; the
 * default locale of the JVM is never asked. Numbers, dates and times are written as in the language, in the zone.
 *
 * <p>In languages that are written from right to left, values inside a text are wrapped in the Unicode isolates U+2068
 * and U+2069, so that a path or a mail address does not turn the sentence around. Elsewhere that is done for values with
 * letters written from right to left.
 *
 * <p>Immutable and safe for use by several threads. Nothing here throws because of a missing text or an odd parameter,
 * nothing reads storage, and it works after the engine was closed.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Messages {
    /**
     * The language that was asked for.
     *
     * @return the locale, which texts follow as far as they are there
     */
    Locale locale();

    /**
     * The zone in which instants are written.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * What a failure means to the person who caused it. The key is {@code error.} and the code. For an
     * {@link io.tikit.api.error.InvalidException} each violation follows on a line of its own, its path before it. What
     * the message of the exception tells an operator, such as ids, is left out.
     *
     * @param failure what a call threw
     * @return the text, of one or several lines
     */
    String text(TikitException failure);

    /**
     * Which rule was broken and what would be right. The key is {@code violation.} and the key of the violation.
     *
     * @param violation one of {@link io.tikit.api.error.InvalidException#violations()}
     * @return a sentence; the English one that the violation carries when no bundle knows its key or it lacks a
     *     parameter that the text speaks of
     */
    String text(Violation violation);

    /**
     * What is the matter with a part, with its numbers. The key is {@code health.}, the reason and {@code .detail};
     * where there is no such text, that of the reason with the name of the part.
     *
     * @param finding one of {@link io.tikit.api.health.Health#findings()}
     * @return a sentence
     */
    String text(HealthFinding finding);

    /**
     * A trouble in general, as for a list of all that may be. The key is {@code health.} and the reason.
     *
     * @param reason the trouble
     * @return a sentence
     */
    String text(HealthReason reason);

    /**
     * Any text by its key, such as one that a plugin brought.
     *
     * @param key the whole key
     * @param parameters values by name, see {@link Violation#parameters()}
     * @return the text, or the key itself when no bundle knows it
     */
    String text(String key, Map<String, ?> parameters);
}
