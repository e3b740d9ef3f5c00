package io.tikit.core.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of text bytes are, if they are text at all. Pure. */
final class TextTypes {
    static final String PLAIN = "text/plain";
    static final String HTML = "text/html";
    static final String XML = "application/xml";
    static final String SVG = "image/svg+xml";
    static final String MAIL = "message/rfc822";

    private static final int ESCAPE = 0x1b;
    private static final Pattern HTML_BEGINS = Pattern.compile(
            "<(!doctype html|html|head|body|title|style|script|iframe|h1|div|font|table|a|b|br|p)[\\s>].*",
            Pattern.DOTALL);
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "(return-path|received|delivered-to|message-id|mime-version|from|to|subject|date|x-[\\w-]+):");

    private TextTypes() {}

    static Optional<String> type(byte[] head) {
        boolean wide = starts(head, 0xfe, 0xff) || starts(head, 0xff, 0xfe);
        if (!wide && !isText(head)) {
            return Optional.empty();
        }
        String text = new String(head, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return Optional.of(kind(begin(text.toLowerCase(Locale.ROOT))));
    }

    /** Text of any 8-bit character set has no control characters but those that lay it out. */
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean layout = (b >= '\b' && b <= '\r') || b == ESCAPE;
            if ((b >= 0 && b < ' ' && !layout) || b == 0x7f) {
                return false;
            }
        }
        return head.length > 0;
    }

    private static boolean starts(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
    }

    private static String kind(String text) {
        if (text.startsWith("<?xml")) {
            return text.contains("<svg") ? SVG : text.contains("<html") ? HTML : XML;
        }
        if (text.startsWith("<svg") || text.startsWith("<!doctype svg")) {
            return SVG;
        }
        if (HTML_BEGINS.matcher(text).matches()) {
            return HTML;
        }
        return beginsAsMail(text) ? MAIL : PLAIN;
    }

    /** Two headers that mail has, which may go on in lines that begin with a blank. */
    private static boolean beginsAsMail(String text) {
        int headers = 0;
        // A mailbox puts a line of its own before each mail.
        int from = text.startsWith("from ") ? text.indexOf('\n') + 1 : 0;
        for (int end = text.indexOf('\n', from); end >= 0 && headers < 2; end = text.indexOf('\n', from)) {
            boolean goesOn = headers > 0 && (text.charAt(from) == ' ' || text.charAt(from) == '\t');
            if (!goesOn) {
                if (!MAIL_HEADER.matcher(text).region(from, end).lookingAt()) {
                    return false;
                }
                headers++;
            }
            from = end + 1;
        }
        return headers == 2;
    }

    /** Without the mark of its byte order, blanks and comments, which browsers pass over as well. */
    private static String begin(String text) {
        String rest = (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
        while (rest.startsWith("<!--")) {
            int end = rest.indexOf("-->");
            rest = end < 0 ? "" : rest.substring(end + 3).stripLeading();
        }
        return rest;
    }
}
