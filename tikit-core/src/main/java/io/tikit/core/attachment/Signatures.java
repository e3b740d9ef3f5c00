package io.tikit.core.attachment;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The bytes by which kinds of files begin. Pure. */
final class Signatures {
    static final String ZIP = "application/zip";
    static final String OLE = "application/x-ole-storage";

    /** The bytes stand as characters of the same numbers. */
    private record Signature(String type, int offset, String bytes) {
        boolean fits(byte[] head) {
            return head.length >= offset + bytes.length()
                    && new String(head, offset, bytes.length(), StandardCharsets.ISO_8859_1).equals(bytes);
        }
    }

    private static final List<Signature> ALL = List.of(
            hex("image/png", "89504e470d0a1a0a"),
            hex("image/jpeg", "ffd8ff"),
            text("image/gif", 0, "GIF87a"),
            text("image/gif", 0, "GIF89a"),
            text("image/webp", 8, "WEBPVP8"),
            hex("image/tiff", "49492a00"),
            hex("image/tiff", "4d4d002a"),
            text("image/vnd.adobe.photoshop", 0, "8BPS"),
            hex("image/x-icon", "00000100"),
            text("image/heic", 4, "ftypheic"),
            text("image/avif", 4, "ftypavif"),
            text("application/pdf", 0, "%PDF-"),
            text("application/postscript", 0, "%!PS"),
            text("application/rtf", 0, "{\\rtf"),
            hex(ZIP, "504b0304"),
            hex(ZIP, "504b0506"),
            hex(ZIP, "504b0708"),
            hex(OLE, "d0cf11e0a1b11ae1"),
            hex("application/gzip", "1f8b"),
            text("application/x-bzip2", 0, "BZh"),
            hex("application/x-xz", "fd377a585a00"),
            hex("application/zstd", "28b52ffd"),
            hex("application/x-7z-compressed", "377abcaf271c"),
            text("application/vnd.rar", 0, "Rar!\u001a\u0007"),
            text("application/x-tar", 257, "ustar"),
            hex("application/x-executable", "7f454c46"),
            hex("application/x-mach-binary", "cffaedfe"),
            hex("application/java-vm", "cafebabe"),
            text("application/x-msdownload", 0, "MZ"),
            text("text/x-shellscript", 0, "#!"),
            text("application/vnd.sqlite3", 0, "SQLite format 3\u0000"),
            text("video/quicktime", 4, "ftypqt"),
            text("audio/mp4", 4, "ftypM4A"),
            text("video/mp4", 4, "ftyp"),
            hex("video/webm", "1a45dfa3"),
            text("video/x-msvideo", 8, "AVI LIST"),
            text("audio/wav", 8, "WAVEfmt"),
            text("audio/ogg", 0, "OggS"),
            text("audio/flac", 0, "fLaC"),
            text("audio/mpeg", 0, "ID3"),
            hex("audio/mpeg", "fffb"),
            text("font/woff", 0, "wOFF"),
            text("font/woff2", 0, "wOF2"));

    private Signatures() {}

    private static Signature hex(String type, String digits) {
        return new Signature(type, 0, new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1));
    }

    private static Signature text(String type, int offset, String bytes) {
        return new Signature(type, offset, bytes);
    }

    /** The type whose signature the bytes bear. */
    static Optional<String> type(byte[] head) {
        return ALL.stream()
                .filter(signature -> signature.fits(head))
                .map(Signature::type)
                .findFirst();
    }

    /** Whether files of this type bear a signature, so that bytes without it are of another. */
    static boolean isSure(String type) {
        return ALL.stream().anyMatch(signature -> signature.type().equals(type));
    }
}
