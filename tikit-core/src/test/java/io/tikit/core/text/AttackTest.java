package io.tikit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.conversation.Text;
import io.tikit.tck.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HTML that wants to do something. What comes out is read like a browser does, and every element and attribute of it is held
 * against what may be there.
 */
@Requirement({"REQ-CC-003", "REQ-NF-024"})
class AttackTest {
    private static final Set<String> HARMLESS = Set.of(
            ("p div span br hr h1 h2 h3 h4 h5 h6 b strong i em u s del ins sub sup small mark ul ol li blockquote pre code kbd"
                            + " samp table caption thead tbody tfoot tr th td a img")
                    .split(" "));

    private static final Set<String> ATTRIBUTES =
            Set.of("colspan", "rowspan", "width", "height", "alt", "dir", "lang", "href", "rel");

    private static final List<String> VECTORS = List.of(
            "<img src=x onerror=alert(1)>",
            "<img/src='x'/onerror=alert(1)>",
            "<img src=x alt='\"><script>alert(1)</script>'>",
            "<img srcset='https://t.example/a 1x, https://t.example/b 2x' alt=x>",
            "<picture><source srcset=//t.example/x><img alt=x></picture>",
            "<body onload=alert(1) background=//t.example/x>text",
            "<b onmouseover\n=\nalert(1)>x</b>",
            "<b ONCLICK\u0000=alert(1)>x</b>",
            "<a href=javascript:alert(1)>x</a>",
            "<a href='java\tscript:alert(1)'>x</a>",
            "<a href='java&#10;script:alert(1)'>x</a>",
            "<a href='&#1;javascript:alert(1)'>x</a>",
            "<a href='&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)'>x</a>",
            "<a href='JaVaScRiPt&colon;alert(1)'>x</a>",
            "<a href='vbscript:x'>x</a>",
            "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
            "<a href='//t.example' ping='//t.example' target=_self download>x</a>",
            "<a href='https://x.example/\" onclick=\"alert(1)'>x</a>",
            "<svg onload=alert(1)><script>alert(1)</script></svg>",
            "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
            "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
            "<svg><use href=data:image/svg+xml,x /></svg>",
            "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
            "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<noembed><img src=x onerror=alert(1)></noembed>",
            "<xmp><img src=x onerror=alert(1)></xmp>",
            "<plaintext><img src=x onerror=alert(1)>",
            "<textarea><img title=\"</textarea><script>alert(1)</script>\">",
            "<title><img title=\"</title><script>alert(1)</script>\">",
            "<template><script>alert(1)</script></template>",
            "<select><template><script>alert(1)</script></template></select>",
            "<script>alert(1)</script>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<script/x>alert(1)</script\n>",
            "<<script>alert(1)//<</script>",
            "<script>alert(1)",
            "<style>*{background:url(//t.example)}</style>x",
            "<style>@import '//t.example';</style>x",
            "<p style='width:expression(alert(1))'>x</p>",
            "<p style='background:url(javascript:alert(1))'>x</p>",
            "<p style='position:fixed;top:0;left:0;width:100%;height:100%'>x</p>",
            "<p style='display:none'>x</p><p hidden>y</p><font color=white size=0>z</font>",
            "<p class=admin id=login name=login slot=x>x</p>",
            "<link rel=stylesheet href=//t.example>x",
            "<base href=//t.example>x",
            "<meta http-equiv=refresh content='0;url=//t.example'>x",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>x",
            "<iframe src=//t.example></iframe>x",
            "<frameset><frame src=javascript:alert(1)></frameset>",
            "<object data=javascript:alert(1)><param name=x></object>x",
            "<embed src=javascript:alert(1)>x",
            "<applet code=x></applet>x",
            "<form action=//t.example><input name=password><button formaction=javascript:alert(1)>x</button></form>",
            "<isindex action=javascript:alert(1)>",
            "<input autofocus onfocus=alert(1)>",
            "<select autofocus onfocus=alert(1)>x</select>",
            "<details open ontoggle=alert(1)>x</details>",
            "<video src=//t.example poster=//t.example onerror=alert(1)><track src=x></video>",
            "<audio src=x onerror=alert(1)>",
            "<marquee onstart=alert(1)>x</marquee>",
            "<dialog open>x</dialog>",
            "<keygen autofocus onfocus=alert(1)>",
            "<bgsound src=javascript:alert(1)>",
            "<table background=//t.example><td background=javascript:alert(1)>x</td></table>",
            "<x-widget onclick=alert(1)>x</x-widget>",
            "<a is=x-link href=https://x.example>x</a>",
            "<!--><img src=x onerror=alert(1)>-->",
            "<!--[if IE]><script>alert(1)</script><![endif]-->x",
            "<![CDATA[<img src=x onerror=alert(1)>]]>",
            "<?xml version=1?><?php x ?><!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
            "<p dir='\"><script>' lang='x\" onclick=\"y'>x</p>",
            "<td colspan='99999999999' rowspan='-1'>x</td>",
            "\u2028<img src=x\u00a0onerror=alert(1)>",
            "{{constructor.constructor('alert(1)')()}} ${7*7} <%= x %>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;img src=x onerror=alert(1)&amp;gt;");

    static Stream<String> vectors() {
        return VECTORS.stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void nothingHappens(String html) {
        harmless(Html.sanitised(html));
        harmless(Html.withImages(html), true);
        String markdown = Composed.of("body", Text.markdown(html.replace("\u0000", "")), 0)
                .rich()
                .orElseThrow()
                .html();
        harmless(markdown);
        PlainText.of(Html.sanitised(html));
    }

    @Property(tries = 400)
    void nothingHappensHoweverTheyAreMixed(@ForAll("mixed") String html) {
        String once = Html.sanitised(html);
        harmless(once);
        assertThat(Html.sanitised(once)).isEqualTo(once);
        String text = PlainText.of(once);
        // What was a tag in what is shown is none in the text: elements of the list themselves never come through.
        assertThat(text).isEqualTo(PlainText.storable(text));
        assertThat(Composed.plain(Text.markdown(html))).isNotNull();
    }

    @Provide
    Arbitrary<String> mixed() {
        Arbitrary<String> part = Arbitraries.of(VECTORS)
                .flatMap(vector -> Arbitraries.integers()
                        .between(0, vector.length())
                        .flatMap(from -> Arbitraries.integers()
                                .between(from, vector.length())
                                .map(to -> vector.substring(from, to))));
        return Arbitraries.oneOf(
                        part,
                        Arbitraries.of(VECTORS),
                        Arbitraries.of("</p>", "<svg>", "<style>", "\"", "'", ">", "-->", "<math>", "</table>"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    /** Plain text is what is left when no markup is. */
    @Property(tries = 200)
    void plainTextHoldsNoMarkup(@ForAll("marked") String html) {
        assertThat(Composed.plain(Text.html(html))).doesNotContain("<", ">", "&");
    }

    @Provide
    Arbitrary<String> marked() {
        return Arbitraries.of(
                        "<p>", "</p>", "<b>", "</i>", "<table>", "<td>x", "<ul><li>", "word ", "&nbsp;", "<!-- x -->")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    private static void harmless(String html) {
        harmless(html, false);
    }

    private static void harmless(String html, boolean images) {
        for (Element element : Jsoup.parse(html).body().getAllElements()) {
            if (element.nodeName().equals("body")) {
                continue;
            }
            assertThat(HARMLESS).as(html).contains(element.nodeName());
            for (Attribute attribute : element.attributes()) {
                if (images && attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue())
                            .doesNotContainIgnoringCase("script:")
                            .doesNotStartWith("data:");
                    continue;
                }
                assertThat(ATTRIBUTES).as(html).contains(attribute.getKey());
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                            .as(html)
                            .matches("(?s)(https?:|mailto:|//|[^:]*$).*");
                    assertThat(element.attr("rel")).contains("nofollow", "noopener", "noreferrer");
                }
            }
        }
        assertThat(Jsoup.parse(html).head().childNodeSize()).as(html).isZero();
    }
}
