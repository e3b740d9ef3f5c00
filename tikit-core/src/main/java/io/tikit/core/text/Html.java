package io.tikit.core.text;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of people, cut down to an allow-list: text, its emphasis, lists, tables and links that lead outside. What is not on
 * the list is left out; its text stays, unless it was meant for a machine. Nothing on the list can hide a text or fetch
 * anything: of images the words remain that stand for them, unless a reader asks for the images.
 */
public final class Html {
    /** The version of the allow-list. It grows with every change of the list, so that what was stored can be cut anew. */
    public static final int VERSION = 1;

    private static final int MOST_ROUNDS = 10;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z0-9-]{1,35}");

    private static final PolicyFactory ALLOWED = list().toFactory();
    private static final PolicyFactory WITH_IMAGES =
            list().allowAttributes("src").onElements("img").toFactory();

    private Html() {}

    private static HtmlPolicyBuilder list() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "div", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6")
                .allowElements("b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "small", "mark")
                .allowElements("ul", "ol", "li", "blockquote", "pre", "code", "kbd", "samp")
                .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img")
                .allowAttributes("colspan", "rowspan")
                .matching(LENGTH)
                .onElements("th", "td")
                .allowAttributes("width", "height")
                .matching(LENGTH)
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("dir")
                .matching(true, "ltr", "rtl", "auto")
                .globally()
                .allowAttributes("lang")
                .matching(LANGUAGE)
                .globally()
                .allowAttributes("href")
                .onElements("a")
                .allowUrlProtocols("http", "https", "mailto")
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer");
    }

    /** The text with nothing in it but what the list allows; what comes out goes through unchanged. */
    public static String sanitised(String html) {
        return cut(html, ALLOWED);
    }

    /** The same with the images of other servers, which then learn that somebody reads. */
    public static String withImages(String html) {
        return cut(html, WITH_IMAGES);
    }

    private static String cut(String html, PolicyFactory list) {
        String cut = PlainText.storable(list.sanitize(html));
        // Elements that stand where they cannot may be moved once more by the next reader.
        for (int i = 0; i < MOST_ROUNDS; i++) {
            String again = PlainText.storable(list.sanitize(cut));
            if (again.equals(cut)) {
                return cut;
            }
            cut = again;
        }
        return cut;
    }
}
