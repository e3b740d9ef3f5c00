package io.tikit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.PluginException;
import io.tikit.api.error.Violation;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import io.tikit.api.message.Messages;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.message.MessageBundle;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");
    private static final Violation TOO_LONG =
            new Violation("subject", "too_long", "has 1234", Map.of("max", 200, "length", 1234));

    private static Messages in(Locale locale) {
        return in(locale, List.of(), List.of());
    }

    private static Messages in(Locale locale, List<MessageBundle> plugins, List<MessageBundle> host) {
        Violations violations = new Violations();
        MessageCatalog catalog = MessageCatalog.of(plugins, host, violations);
        violations.throwIfAny(ErrorCode.INVALID_CONFIGURATION);
        return catalog.in(locale, ZoneOffset.UTC);
    }

    @Test
    void aViolationHasATextInTheLanguageWithItsNumbers() {
        assertThat(in(Locale.ENGLISH).text(TOO_LONG))
                .isEqualTo("At most 200 characters are allowed, but there are 1,234.");
        assertThat(in(Locale.GERMANY).text(TOO_LONG))
                .isEqualTo("Erlaubt sind höchstens 200 Zeichen, es sind aber 1.234.");
        assertThat(in(ARABIC).text(TOO_LONG)).startsWith("الحد الأقصى").contains("محرف");
    }

    @Test
    void aTextIsLookedUpWithoutTheRegionThenInEnglishAndNeverInTheDefaultOfTheJvm() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(in(Locale.forLanguageTag("de-AT")).text(HealthReason.STORAGE_DOWN))
                    .isEqualTo("Der Speicher antwortet nicht.");
            assertThat(in(Locale.forLanguageTag("ar-EG-u-nu-latn")).text(HealthReason.STORAGE_DOWN))
                    .isEqualTo("التخزين لا يستجيب.");
            assertThat(in(Locale.FRANCE).text(HealthReason.STORAGE_DOWN)).isEqualTo("The storage does not answer.");
            assertThat(in(Locale.ROOT).text(HealthReason.STORAGE_DOWN)).isEqualTo("The storage does not answer.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersFollowTheRegionUnlessTheTextIsInAnotherLanguage() {
        assertThat(in(Locale.forLanguageTag("de-CH")).text(TOO_LONG)).contains("1’234");
        assertThat(in(Locale.FRANCE).text(TOO_LONG)).contains("1,234");
    }

    @ParameterizedTest
    @CsvSource({"1, محرف واحد", "2, محرفان", "3, محارف", "11, محرفًا", "100, محرف", "103, محارف"})
    void arabicHasItsOwnPlurals(int max, String word) {
        String text = in(ARABIC).text(new Violation("subject", "too_long", "", Map.of("max", max, "length", 500)));
        assertThat(text).containsPattern(" " + word + "،");
    }

    @ParameterizedTest
    @CsvSource({
        "ru, 1, one",
        "ru, 11, many",
        "ru, 22, few",
        "pl, 5, many",
        "pl, 21, many",
        "fr, 0, one",
        "cs, 3, few",
        "ja, 1, other",
        "de, 0, other",
        "en, 1, one",
        "ar, 0, zero",
        "ar, 102, other",
        "he, 2, two"
    })
    void pluralsOfOtherLanguages(String language, int number, String category) {
        assertThat(PluralRules.category(language, java.math.BigDecimal.valueOf(number)))
                .isEqualTo(category);
    }

    @Test
    void valuesAreIsolatedWhereTheyCouldTurnTheSentence() {
        Violation unknown = new Violation("where", "unknown_field", "", Map.of("field", "cf.color"));
        assertThat(in(ARABIC).text(unknown)).contains("\u2068cf.color\u2069");
        assertThat(in(Locale.ENGLISH).text(unknown)).isEqualTo("There is no field cf.color.");
        Violation arabic = new Violation("where", "unknown_field", "", Map.of("field", "لون"));
        assertThat(in(Locale.ENGLISH).text(arabic)).isEqualTo("There is no field \u2068لون\u2069.");
    }

    @Test
    void instantsAreWrittenInTheZone() {
        HealthFinding lagging = new HealthFinding(
                HealthReason.FEED_LAGGING, "feed", "", Map.of("since", Instant.parse("2026-03-01T23:30:00Z")));
        MessageCatalog catalog = MessageCatalog.of(List.of(), List.of(), new Violations());
        assertThat(catalog.in(Locale.GERMANY, ZoneId.of("Europe/Berlin")).text(lagging))
                .isEqualTo("Änderungen warten auf ihre Weitergabe seit 02.03.2026, 00:30.");
        assertThat(catalog.in(Locale.GERMANY, ZoneOffset.UTC).text(lagging)).contains("01.03.2026, 23:30");
    }

    @Test
    void anInvalidCommandTellsAllOfItLineByLine() {
        InvalidException invalid = new InvalidException(
                ErrorCode.INVALID_COMMAND, List.of(TOO_LONG, Violation.of("name", "required", "must not be blank")));
        assertThat(in(Locale.GERMAN).text(invalid)).isEqualTo("""
                        2 Angaben können nicht angenommen werden.
                        subject: Erlaubt sind höchstens 200 Zeichen, es sind aber 1.234.
                        name: Bitte füllen Sie dies aus.""");
    }

    @Test
    void failuresTellWhatTheirKindKnows() {
        ConflictException conflict = new ConflictException(
                ErrorCode.TICKET_CONFLICT,
                "",
                List.of(new ConflictException.Side("team", "a", "b"), new ConflictException.Side("subject", "c", "d")));
        assertThat(in(Locale.ENGLISH).text(conflict)).contains("these fields in the meantime: team, subject.");
        assertThat(in(Locale.ENGLISH).text(new ConflictException(ErrorCode.TICKET_CONFLICT, "")))
                .startsWith("Somebody else has changed this ticket");
        assertThat(in(Locale.GERMAN).text(new PluginException("mail", "hung", null)))
                .isEqualTo("Das Plugin mail ist gescheitert.");
    }

    @Test
    void aFindingWithoutATextOfItsOwnNamesThePart() {
        assertThat(in(Locale.ENGLISH).text(new HealthFinding(HealthReason.INDEX_DOWN, "search index", "")))
                .isEqualTo("The search index cannot be used. (search index)");
        assertThat(in(Locale.ENGLISH)
                        .text(new HealthFinding(HealthReason.DEAD_LETTERS, "work", "", Map.of("count", 1L))))
                .isEqualTo("1 delivery has failed for good and waits for somebody to look at.");
    }

    @Test
    void whatNoBundleKnowsKeepsTheTextThatItCarries() {
        assertThat(in(Locale.GERMAN).text(Violation.of("sku", "shipment.no_stock", "there is none left")))
                .isEqualTo("there is none left");
        assertThat(in(Locale.GERMAN).text(Violation.of("subject", "too_long", "is too long")))
                .isEqualTo("is too long");
        assertThat(in(Locale.GERMAN).text("shipment.hello", Map.of())).isEqualTo("shipment.hello");
    }

    @Test
    void aPluginBringsTextsOfItsOwnAndInFurtherLanguages() {
        MessageBundle own = MessageBundle.of(
                        Locale.ENGLISH, Map.of("violation.shipment.no_stock", "None of {sku} is left."))
                .and(MessageBundle.of(
                        Locale.FRENCH,
                        new ByteArrayInputStream(
                                "error.NOT_PERMITTED = Accès refusé, désolé.\n".getBytes(StandardCharsets.UTF_8))));
        Violation none = new Violation("sku", "shipment.no_stock", "", Map.of("sku", "A-1"));
        assertThat(in(Locale.GERMAN, List.of(own), List.of()).text(none)).isEqualTo("None of A-1 is left.");
        assertThat(in(Locale.CANADA_FRENCH, List.of(own), List.of()).text("error.NOT_PERMITTED", Map.of()))
                .isEqualTo("Accès refusé, désolé.");
    }

    @Test
    void aPluginCannotReplaceATextButTheHostCan() {
        MessageBundle other = MessageBundle.of(Locale.forLanguageTag("de-AT"), Map.of("error.NOT_PERMITTED", "Na."));
        Assertions.assertThatThrownBy(() -> in(Locale.GERMAN, List.of(other), List.of()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("messages.error.NOT_PERMITTED")
                .hasMessageContaining("only the host may replace it");
        assertThat(in(Locale.forLanguageTag("de-AT"), List.of(), List.of(other)).text("error.NOT_PERMITTED", Map.of()))
                .isEqualTo("Na.");
        MessageBundle mine = MessageBundle.of(Locale.ENGLISH, Map.of("shipment.hello", "Hello"));
        Assertions.assertThatThrownBy(() -> in(Locale.GERMAN, List.of(mine, mine), List.of()))
                .hasMessageContaining("messages.shipment.hello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{|the name of a parameter is missing",
                "a } b|closed that was not opened",
                "{count, plural, one {x}}|needs the branch other",
                "{count, plural, one {x} one {y} other {z}}|twice",
                "{count, roman}|neither date nor plural",
                "{count, plural, other {x}|a branch such as one",
                "'{open|not closed"
            })
    void aPatternThatCannotBeReadIsNamed(String pattern, String why) {
        MessageBundle bad = MessageBundle.of(Locale.ENGLISH, Map.of("shipment.hello", pattern));
        Assertions.assertThatThrownBy(() -> in(Locale.ENGLISH, List.of(bad), List.of()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("messages.shipment.hello")
                .hasMessageContaining(why);
    }

    @Test
    void apostrophesTakeTheMeaningFromBraces() {
        assertThat(TextPattern.parse("don't '{name}' it''s {n, plural, other {'#' #}}")
                        .fill(Map.of("n", 5), new TextValues(Locale.ENGLISH, ZoneOffset.UTC)))
                .isEqualTo("don't {name} it's # 5");
    }
}
