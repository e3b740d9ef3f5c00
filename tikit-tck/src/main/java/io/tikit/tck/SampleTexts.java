package io.tikit.tck;

import io.tikit.api.condition.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Words and values at which software stumbles: letters outside the first plane, directions, marks, quoting, limits. */
final class SampleTexts {
    static final List<String> WORDS = List.of(
            "printer",
            "PRINTER",
            "Printer",
            "vpn",
            "drops",
            "hourly",
            "Straße",
            "STRASSE",
            "ﬁle",
            "file",
            "İstanbul",
            "istanbul",
            "ISTANBUL",
            "ıslak",
            "\u00c5ngstr\u00f6m",
            "A\u030angstro\u0308m",
            "Ωmega",
            "ΣΊΣΥΦΟΣ",
            "σίσυφος",
            "مرحبا",
            "שלום",
            "日本語",
            "한국어",
            "😀",
            "👩‍👩‍👧‍👦",
            "🇩🇪",
            "e\u0301\u0323x",
            "\u202eabc\u202c",
            "ﷺ",
            "½",
            "O'Brien",
            "\"quoted\"",
            "100%",
            "under_score",
            "back\\slash",
            "semi;colon--",
            "{brace}",
            "?1",
            ":name",
            "a\tb",
            "line\nbreak",
            "\u00a0space",
            "2026-01-01",
            "007",
            "null");

    static final List<FieldValue> FIELD_VALUES = List.of(
            new FieldValue.Text(""),
            new FieldValue.Text("Straße"),
            new FieldValue.Text("STRASSE "),
            new FieldValue.Text("  leading and trailing  "),
            new FieldValue.Text("1"),
            new FieldValue.Text("true"),
            new FieldValue.Text("😀 \"quoted\" \\ \u202e"),
            new FieldValue.Whole(0),
            new FieldValue.Whole(1),
            new FieldValue.Whole(-1),
            new FieldValue.Whole(Long.MAX_VALUE),
            new FieldValue.Whole(Long.MIN_VALUE),
            new FieldValue.Whole((1L << 53) + 1),
            new FieldValue.Decimal(BigDecimal.ZERO),
            new FieldValue.Decimal(new BigDecimal("1.00")),
            new FieldValue.Decimal(new BigDecimal("0.1")),
            new FieldValue.Decimal(new BigDecimal("-0.000000000000000001")),
            new FieldValue.Decimal(new BigDecimal("12345678901234567890.123456789")),
            new FieldValue.Decimal(new BigDecimal("1E+20")),
            new FieldValue.Flag(true),
            new FieldValue.Flag(false),
            new FieldValue.Moment(Instant.EPOCH),
            new FieldValue.Moment(Instant.ofEpochMilli(-1)),
            new FieldValue.Moment(Instant.parse("2026-10-25T01:30:00.123Z")),
            new FieldValue.Moment(Instant.parse("0001-01-01T00:00:00Z")),
            new FieldValue.Moment(Instant.parse("9999-12-31T23:59:59.999Z")),
            new FieldValue.Day(LocalDate.EPOCH),
            new FieldValue.Day(LocalDate.of(2024, 2, 29)),
            new FieldValue.Day(LocalDate.of(1, 1, 1)),
            new FieldValue.Day(LocalDate.of(9999, 12, 31)),
            new FieldValue.Id(new UUID(0, 0)),
            new FieldValue.Id(new UUID(-1, -1)),
            new FieldValue.Id(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L)),
            new FieldValue.Choice("LOW", 0),
            new FieldValue.Choice("Größer", 3),
            new FieldValue.Choice("LAST", Integer.MAX_VALUE));

    private SampleTexts() {}
}
