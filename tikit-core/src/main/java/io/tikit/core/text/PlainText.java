package io.tikit.core.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a reader sees of HTML, without its form: blocks keep their lines, items their marks or numbers, cells a tab between
 * them, links their addresses, and images the words that stand for them. Pure.
 */
final class PlainText {
    private static final Set<String> APART =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table");
    private static final Set<String> LINES = Set.of("div", "li", "tr", "hr", "caption");
    private static final Pattern MANY_LINES = Pattern.compile("\n{3,}");
    private static final Pattern BLANKS_AT_END = Pattern.compile("[ \t\u00a0]+\n");

    private PlainText() {}

    /** Reads what the allow-list has let through. */
    static String of(String sanitised) {
        Words words = new Words();
        Jsoup.parseBodyFragment(sanitised).body().traverse(words);
        String text = BLANKS_AT_END.matcher(storable(words.text)).replaceAll("\n");
        return MANY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** Without control characters and halves of pairs, which numbers of characters can bring into HTML. */
    static String storable(CharSequence text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static final class Words implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private final Deque<Integer> numbers = new ArrayDeque<>();
        private int keptAsWritten;
        private int linkBegan;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                write(words.getWholeText());
                return;
            }
            String name = node.nodeName();
            lines(name);
            switch (name) {
                case "br" -> text.append('\n');
                case "ul" -> numbers.push(-1);
                case "ol" -> numbers.push(0);
                case "li" -> item();
                case "pre" -> keptAsWritten++;
                case "a" -> linkBegan = text.length();
                case "img" -> image((Element) node);
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            String name = node.nodeName();
            switch (name) {
                case "ul", "ol" -> numbers.poll();
                case "pre" -> keptAsWritten--;
                case "td", "th" -> text.append('\t');
                case "a" -> address(((Element) node).attr("href"));
                default -> {}
            }
            lines(name);
        }

        private void lines(String name) {
            if (APART.contains(name)) {
                end(2);
            } else if (LINES.contains(name)) {
                end(1);
            }
        }

        private void end(int lines) {
            int there = 0;
            while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
                there++;
            }
            if (text.length() > there) {
                text.append("\n".repeat(Math.max(0, lines - there)));
            }
        }

        private void item() {
            if (numbers.isEmpty() || numbers.element() < 0) {
                text.append("- ");
            } else {
                numbers.push(numbers.pop() + 1);
                text.append(numbers.element()).append(". ");
            }
        }

        private void image(Element image) {
            String words = image.attr("alt").strip();
            if (!words.isEmpty()) {
                text.append('[').append(words).append(']');
            }
        }

        private void address(String href) {
            String shown = text.substring(Math.min(linkBegan, text.length())).strip();
            String address = href.startsWith("mailto:") ? href.substring("mailto:".length()) : href;
            if (!address.isEmpty() && !shown.equals(address)) {
                text.append(shown.isEmpty() ? "" : " ")
                        .append('(')
                        .append(address)
                        .append(')');
            }
        }

        private void write(String words) {
            if (keptAsWritten > 0) {
                text.append(words);
                return;
            }
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
                if (!blank) {
                    text.append(c);
                } else if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            }
        }
    }
}
