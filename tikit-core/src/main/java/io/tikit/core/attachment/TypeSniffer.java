package io.tikit.core.attachment;

import io.tikit.api.attachment.FileFacts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Tells the type of a file from how it begins: a table of the types that people attach and of those that do harm. It does
 * not try to know every type; what it does not know is {@value FileFacts#UNKNOWN_TYPE}, which is never shown. Pure.
 */
final class TypeSniffer {
    /** How many bytes of a file it looks at. */
    static final int HEAD = 16_384;

    /** Some programs write a few bytes before. */
    private static final int PDF_BEGINS_WITHIN = 1_024;

    /** Names of streams in the older office documents, which one finds in their folder. */
    private static final List<Map.Entry<String, String>> OLE_STREAMS = List.of(
            Map.entry("__substg1.0_", "application/vnd.ms-outlook"),
            Map.entry("WordDocument", "application/msword"),
            Map.entry("Workbook", "application/vnd.ms-excel"),
            Map.entry("PowerPoint Document", "application/vnd.ms-powerpoint"));

    private TypeSniffer() {}

    static String type(byte[] head) {
        String bySignature = Signatures.type(head).orElse("");
        if (bySignature.equals(Signatures.ZIP)) {
            return ZipTypes.type(head);
        }
        if (bySignature.equals(Signatures.OLE)) {
            return ole(head);
        }
        if (!bySignature.isEmpty()) {
            return bySignature;
        }
        if (text(head, PDF_BEGINS_WITHIN, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return "application/pdf";
        }
        if (head.length > 14 && head[0] == 'B' && head[1] == 'M' && head[6] == 0 && head[8] == 0) {
            return "image/bmp";
        }
        return TextTypes.type(head).orElse(FileFacts.UNKNOWN_TYPE);
    }

    private static String ole(byte[] head) {
        String wide = text(head, head.length, StandardCharsets.UTF_16LE);
        return OLE_STREAMS.stream()
                .filter(stream -> wide.contains(stream.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Signatures.OLE);
    }

    private static String text(byte[] head, int most, Charset charset) {
        return new String(head, 0, Math.min(head.length, most), charset);
    }
}
