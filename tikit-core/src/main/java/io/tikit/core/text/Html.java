package io.tikit.core.text;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of people, cut down to an allow-list: text, its emphasis, lists, tables and links that lead outside. What is not on
 * the list is left out; its text stays, unless it was meant for a machine.
 */
public final class Html {
    /** The version of the allow-list. It grows with every change of the list, so that what was stored can be cut anew. */
    public static final int VERSION = 1;

    private static final int MOST_ROUNDS = 10;

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "div", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowElements("b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "small", "mark")
            .allowElements("ul", "ol", "li", "blockquote", "pre", "code", "kbd", "samp")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a")
            .allowAttributes("colspan", "rowspan")
            .onElements("th", "td")
            .allowAttributes("dir", "lang")
            .globally()
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Html() {}

    /** The text with nothing in it but what the list allows; what comes out goes through unchanged. */
    public static String sanitised(String html) {
        String cut = ALLOWED.sanitize(html);
        // Elements that stand where they cannot may be moved once more by the next reader.
        for (int i = 0; i < MOST_ROUNDS; i++) {
            String again = ALLOWED.sanitize(cut);
            if (again.equals(cut)) {
                return cut;
            }
            cut = again;
        }
        return cut;
    }
}
