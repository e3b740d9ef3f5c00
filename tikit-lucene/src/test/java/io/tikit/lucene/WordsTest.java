package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.conversation.EntryKind;
import io.tikit.tck.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What words find. */
class WordsTest {
    private final Desk desk = Desk.inMemory();

    @AfterEach
    void close() {
        desk.index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPN drops every hour | drop",
                "VPN drops every hour | vpn DROPPING",
                "Büro in Zürich | zurich",
                "Buro in Zurich | BÜRO ZÜRICH",
                "istanbul office | İSTANBUL",
                "ISTANBUL office | ıstanbul",
                "İstanbul ofisi | istanbul",
                "ΟΔΟΣ 5 | οδός",
                "Straße gesperrt | STRASSE",
                "ﬁle is missing | file",
                "Ｆｕｌｌ width | full",
                "Кириллица и буквы | КИРИЛЛИЦА",
                "東京都の天気 | 東京",
                "Party 😀 tonight | 😀",
                "cannot reach vpn.example.com | example",
                "cannot reach vpn.example.com | vpn.example.com",
                "error code ERR_TUNNEL_42 | err_tunnel_42",
                "error code ERR_TUNNEL_42 | tunnel",
                "the customer's printer | customer",
                "the customer’s printer | customer",
                "to be or not to be | \"not to be\"",
                "VPN drops every hour | \"drops every\"",
                "VPN drops every hour | “drops every”",
                "VPN drops every hour | hour \"vpn drops\"",
                "VPN drops every hour | \"drops",
                "drop-off point | drop-off",
            })
    @Requirement("REQ-SF-003")
    void findsTheWord(String subject, String text) {
        desk.add(Desk.ticket(1, subject), Desk.ticket(2, "something else"));
        assertThat(desk.found(text)).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPN drops every hour | \"every drops\"",
                "VPN drops every hour | vpn printer",
                "VPN drops every hour | vp*",
                "VPN drops every hour | vpm~",
                "cannot reach vpn.example.com | example.vpn",
                "off we drop | drop-off",
                "the hour | subject:hour nothing",
            })
    void doesNotFind(String subject, String text) {
        desk.add(Desk.ticket(1, subject));
        assertThat(desk.found(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "***",
                "AND",
                "OR NOT",
                "(",
                "a:b:c",
                "[* TO *]",
                "\\",
                "~5",
                "\"a\"~3^9",
                "+-",
                "\u0000",
                "\uD83D",
                "{!join}",
                "/.*/",
                "\u0301"
            })
    void noTextIsRefused(String text) {
        desk.add(Desk.ticket(1, "VPN"));
        assertThat(desk.found(text)).isEmpty();
        assertThat(desk.index.highlight(Desk.ACME, text, "some text", 50)).isEmpty();
    }

    @Test
    void veryLongTextIsNoTrouble() {
        desk.add(Desk.ticket(1, "VPN"));
        desk.write(1, EntryKind.REPLY, "w0");
        StringBuilder words = new StringBuilder("\"");
        for (int i = 0; i < 250; i++) {
            words.append((char) ('a' + i % 26)).append(' ');
        }
        assertThat(desk.found(words.toString())).isEmpty();
        assertThat(desk.found("x".repeat(5000))).isEmpty();
        StringBuilder distinct = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            distinct.append((char) (0x4E00 + i)).append(' ');
        }
        assertThat(desk.found(distinct.toString())).isEmpty();
    }

    @Test
    void allWordsMustBeInOnePlace() {
        desk.add(Desk.ticket(1, "VPN tunnel"), Desk.ticket(2, "VPN"));
        desk.write(1, EntryKind.REPLY, "it drops");
        desk.write(2, EntryKind.REPLY, "the tunnel");
        desk.write(2, EntryKind.REPLY, "it drops often");
        assertThat(desk.found("vpn tunnel")).containsExactly(1L);
        assertThat(desk.found("vpn drops")).isEmpty();
        assertThat(desk.found("tunnel drops")).isEmpty();
        assertThat(desk.found("drops often")).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIK-12", "tik-12", "12", "#12", " TIK-12 "})
    @Requirement("REQ-SF-005")
    void numberComesFirst(String text) {
        desk.add(Desk.ticket(11, "12 12 12 TIK-12"), Desk.ticket(12, "Printer"), Desk.ticket(120, "Other"));
        desk.write(11, EntryKind.REPLY, "see TIK-12, again TIK-12, 12 times 12");
        assertThat(desk.found(text)).containsExactly(12L, 11L);
        assertThat(desk.search(text, true).matches().get(0).entries()).isEmpty();
    }

    @Test
    void numberMayStandBesideWords() {
        desk.add(Desk.ticket(12, "Printer"), Desk.ticket(13, "Printer"));
        assertThat(desk.found("TIK-12 printer")).containsExactly(12L);
        assertThat(desk.found("tik")).isEmpty();
    }

    @Test
    void bodyCountsToItsLimitOnly() {
        desk.add(Desk.ticket(1, "long"));
        desk.write(1, EntryKind.REPLY, "front " + "x ".repeat(IndexFields.MOST_BODY) + " behind");
        assertThat(desk.found("front")).containsExactly(1L);
        assertThat(desk.found("behind")).isEmpty();
    }
}
