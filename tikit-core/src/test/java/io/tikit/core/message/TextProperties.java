package io.tikit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.core.pipeline.Violations;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text is there whatever the parameters are. */
class TextProperties {
    private static final List<String> NAMES = List.of("count", "max", "length", "fields", "since", "subject", "name");
    private static final MessageCatalog CATALOG = MessageCatalog.of(List.of(), List.of(), new Violations());
    private static final List<String> KEYS = MessageCatalog.own().stream()
            .flatMap(bundle -> bundle.patterns().values().stream())
            .flatMap(patterns -> patterns.keySet().stream())
            .distinct()
            .sorted()
            .toList();

    @Property(tries = 2_000)
    void noParametersMakeATextFail(
            @ForAll("keys") String key,
            @ForAll("locales") Locale locale,
            @ForAll("zones") ZoneId zone,
            @ForAll("parameters") Map<String, Object> parameters) {
        assertThat(CATALOG.in(locale, zone).text(key, parameters)).isNotBlank().isNotEqualTo(key);
    }

    @Property(tries = 1_000)
    void anyTextIsReadAsAPatternOrRefused(
            @ForAll String pattern, @ForAll("parameters") Map<String, Object> parameters) {
        try {
            TextPattern.parse(pattern).fill(parameters, new TextValues(Locale.ENGLISH, ZoneId.of("UTC")));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("at character");
        }
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(KEYS);
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(
                        "en",
                        "de-AT",
                        "ar",
                        "ar-EG",
                        "tr-TR",
                        "fa-IR",
                        "th-TH-u-ca-buddhist-nu-thai",
                        "und",
                        "zh-Hant-TW")
                .map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Pacific/Apia", "+18:00", "-18:00").map(ZoneId::of);
    }

    @Provide
    Arbitrary<Map<String, Object>> parameters() {
        Arbitrary<Object> odd = Arbitraries.of(
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Long.MIN_VALUE,
                new BigDecimal("1e999999999"),
                new BigDecimal("-1e-999999999"),
                Instant.MAX,
                Instant.MIN,
                Instant.EPOCH,
                LocalDate.MAX,
                "",
                "{count}",
                "'",
                "\u2069\u202e",
                "\ud800",
                List.of(),
                Arrays.asList("a", null, 3, List.of("b")),
                Map.of("a", 1),
                -1,
                0);
        Arbitrary<Object> any = Arbitraries.oneOf(
                odd,
                Arbitraries.integers().between(-3, 130).map(i -> (Object) i),
                Arbitraries.strings().map(s -> s));
        return Arbitraries.maps(Arbitraries.of(NAMES), any).map(HashMap::new);
    }
}
