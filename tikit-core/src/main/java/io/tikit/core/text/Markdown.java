package io.tikit.core.text;

import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown of people as HTML, which is yet to be sanitised. */
final class Markdown {
    /** Deeper than anybody writes, and far from what the stack bears. */
    private static final int DEEPEST = 100;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .softbreak("<br />\n")
            .build();

    private Markdown() {}

    /** The HTML; empty if the text is nested too deeply to be shown. */
    static Optional<String> html(String source) {
        Node document = PARSER.parse(source);
        return isShallow(document) ? Optional.of(RENDERER.render(document)) : Optional.empty();
    }

    /** Walks without recursion, for the renderer has some. */
    private static boolean isShallow(Node document) {
        Node node = document;
        int depth = 0;
        while (true) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > 2 * DEEPEST) {
                    return false;
                }
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            if (node == document) {
                return true;
            }
            node = node.getNext();
        }
    }
}
