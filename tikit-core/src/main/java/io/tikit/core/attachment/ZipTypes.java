package io.tikit.core.attachment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What kind of document a ZIP archive is, as far as its beginning tells. Unpacks one small entry at most. Pure. */
final class ZipTypes {
    private static final int HEADER = 30;
    private static final int MOST_UNPACKED = 32_768;
    private static final int MOST_NAMES = 200;
    private static final int LONGEST_NAME = 255;
    /** What an archive may say that it is; it may not say that it is a picture. */
    private static final Pattern DOCUMENT =
            Pattern.compile("application/(vnd\\.oasis\\.opendocument\\.[a-z0-9.-]+|epub\\+zip)");

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    static final String DOCX = OFFICE + "wordprocessingml.document";
    static final String XLSX = OFFICE + "spreadsheetml.sheet";
    static final String PPTX = OFFICE + "presentationml.presentation";

    /** By what an office document says of its main part; those with macros first. */
    private static final List<Map.Entry<String, String>> CONTENTS = List.of(
            Map.entry("ms-word.document.macroEnabled", "application/vnd.ms-word.document.macroenabled.12"),
            Map.entry("ms-excel.sheet.macroEnabled", "application/vnd.ms-excel.sheet.macroenabled.12"),
            Map.entry(
                    "ms-powerpoint.presentation.macroEnabled",
                    "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
            Map.entry("wordprocessingml.document.main", DOCX),
            Map.entry("spreadsheetml.sheet.main", XLSX),
            Map.entry("presentationml.presentation.main", PPTX),
            Map.entry("presentationml.slideshow.main", PPTX));

    /** By the folder of an entry. */
    private static final List<Map.Entry<String, String>> FOLDERS = List.of(
            Map.entry("word/", DOCX),
            Map.entry("xl/", XLSX),
            Map.entry("ppt/", PPTX),
            Map.entry("META-INF/", "application/java-archive"));

    private ZipTypes() {}

    static String type(byte[] head) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at + HEADER <= head.length && names.size() < MOST_NAMES; at++) {
            if (!isHeader(head, at)) {
                continue;
            }
            String name = text(head, at + HEADER, Math.min(number(head, at + 26, 2), LONGEST_NAME));
            int data = at + HEADER + number(head, at + 26, 2) + number(head, at + 28, 2);
            if (names.isEmpty() && name.equals("mimetype") && number(head, at + 8, 2) == 0) {
                String claimed =
                        DeclaredTypes.clean(text(head, data, Math.min(number(head, at + 18, 4), LONGEST_NAME)));
                return DOCUMENT.matcher(claimed).matches() ? claimed : Signatures.ZIP;
            }
            if (name.equals("[Content_Types].xml")) {
                String contents = unpacked(head, data, number(head, at + 8, 2));
                for (Map.Entry<String, String> main : CONTENTS) {
                    if (contents.contains(main.getKey())) {
                        return main.getValue();
                    }
                }
            }
            names.add(name);
        }
        return FOLDERS.stream()
                .filter(folder -> names.stream().anyMatch(name -> name.startsWith(folder.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Signatures.ZIP);
    }

    private static boolean isHeader(byte[] head, int at) {
        return head[at] == 'P' && head[at + 1] == 'K' && head[at + 2] == 3 && head[at + 3] == 4;
    }

    /** Numbers stand with their lowest byte first; one that is too large for an int is none that can be used. */
    private static int number(byte[] head, int at, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = (value << 8) | (head[at + i] & 0xff);
        }
        return (int) Math.min(value, Integer.MAX_VALUE / 4);
    }

    private static String text(byte[] head, int from, int length) {
        int start = Math.min(from, head.length);
        int end = Math.min(head.length - start, length);
        return new String(head, start, end, StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] head, int from, int method) {
        if (from >= head.length) {
            return "";
        }
        if (method == 0) {
            return text(head, from, MOST_UNPACKED);
        }
        byte[] out = new byte[MOST_UNPACKED];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(head, from, head.length - from);
            return text(out, 0, inflater.inflate(out));
        } catch (DataFormatException e) {
            // Not packed in this way, or damaged: then its beginning tells nothing.
            return "";
        } finally {
            inflater.end();
        }
    }
}
