package io.tikit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Press <b>this</b></p> | <p>Press <b>this</b></p>",
                "<script>alert(1)</script>x | x",
                "<img src=x onerror=alert(1)>x | x",
                "<a href=\"javascript:alert(1)\">x</a> | x",
                "<div style=\"background:url(x)\">x</div> | <div>x</div>",
                "<iframe src=\"https://example.com\"></iframe>x | x",
                "a &lt; b | a &lt; b",
                "<p>open | <p>open</p>"
            })
    void onlyTheListStays(String html, String left) {
        assertThat(Html.sanitised(html)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/a", "mailto:help@example.com"})
    void linksLeadOutsideWithoutTellingWhereTheyCameFrom(String link) {
        assertThat(Html.sanitised("<a href=\"" + link + "\" onclick=\"x()\">x</a>"))
                .startsWith("<a href=\"")
                .contains("noopener", "noreferrer")
                .doesNotContain("onclick");
    }

    @Property(tries = 300)
    void cuttingTwiceCutsNoMore(@ForAll("html") String html) {
        String once = Html.sanitised(html);
        assertThat(Html.sanitised(once)).isEqualTo(once);
        assertThat(once.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<script", " onclick=", "javascript:");
    }

    @Provide
    Arbitrary<String> html() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<b",
                        "<script>",
                        "</script>",
                        "<a href=\"javascript:x\">",
                        "</a>",
                        "text",
                        " onclick=x>",
                        "<!--",
                        "-->",
                        "&lt;",
                        "&amp;#60;",
                        "\"",
                        "'",
                        "<table><tr><td>",
                        "</table>",
                        "@",
                        "<a href=\"https://example.com?a=1&b=2\">",
                        "<li>",
                        "</ul>")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
