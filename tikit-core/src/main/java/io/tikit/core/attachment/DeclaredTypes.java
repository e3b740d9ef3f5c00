package io.tikit.core.attachment;

import io.tikit.api.attachment.FileFacts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What uploaders say of a file, and whether the bytes deny it. Pure. */
final class DeclaredTypes {
    private static final int LONGEST = 127;
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("image/pjpeg", "image/jpeg"),
            Map.entry("image/x-png", "image/png"),
            Map.entry("image/x-ms-bmp", "image/bmp"),
            Map.entry("application/x-pdf", "application/pdf"),
            Map.entry("application/x-zip-compressed", Signatures.ZIP),
            Map.entry("application/x-zip", Signatures.ZIP),
            Map.entry("application/x-gzip", "application/gzip"),
            Map.entry("application/x-rar-compressed", "application/vnd.rar"),
            Map.entry("application/x-dosexec", "application/x-msdownload"),
            Map.entry("text/rtf", "application/rtf"),
            Map.entry("text/xml", TextTypes.XML),
            Map.entry("application/xhtml+xml", TextTypes.HTML),
            Map.entry("audio/mp3", "audio/mpeg"),
            Map.entry("audio/x-wav", "audio/wav"));

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("svg", TextTypes.SVG),
            Map.entry("pdf", "application/pdf"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("docx", ZipTypes.DOCX),
            Map.entry("xlsx", ZipTypes.XLSX),
            Map.entry("pptx", ZipTypes.PPTX),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("msg", "application/vnd.ms-outlook"),
            Map.entry("zip", Signatures.ZIP),
            Map.entry("gz", "application/gzip"),
            Map.entry("7z", "application/x-7z-compressed"),
            Map.entry("txt", TextTypes.PLAIN),
            Map.entry("log", TextTypes.PLAIN),
            Map.entry("csv", "text/csv"),
            Map.entry("json", "application/json"),
            Map.entry("htm", TextTypes.HTML),
            Map.entry("html", TextTypes.HTML),
            Map.entry("xml", TextTypes.XML),
            Map.entry("eml", TextTypes.MAIL),
            Map.entry("exe", "application/x-msdownload"));

    private static final Pattern IN_ZIP = Pattern.compile("application/(zip|java-archive|vnd\\.oasis\\..+|epub\\+zip"
            + "|vnd\\.openxmlformats-officedocument\\..+|vnd\\.ms-.+\\.macroenabled\\.12)");
    private static final Pattern IN_OLE = Pattern.compile(
            "application/(x-ole-storage|msword|vnd\\.ms-.+|vnd\\.visio" + "|vnd\\.openxmlformats-officedocument\\..+)");
    private static final Pattern TEXTUAL = Pattern.compile("text/.+|message/rfc822|image/svg\\+xml|.+\\+(json|xml)"
            + "|application/(json|xml|javascript|sql|yaml|x-yaml|x-sh|x-ndjson|toml)");

    private DeclaredTypes() {}

    /** The type without parameters, in lower case; nothing when it has not the form of a type. */
    static String clean(String given) {
        return clean(given, "");
    }

    static String clean(String given, String otherwise) {
        int end = given.indexOf(';');
        String type = (end < 0 ? given : given.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.length() <= LONGEST && FORM.matcher(type).matches() ? type : otherwise;
    }

    /** Whether the declared type, or else the ending of the name, claims what the bytes deny. */
    static boolean isMismatched(String declared, String name, String sniffed) {
        String claimed = OTHER_NAMES.getOrDefault(declared, declared);
        if (claimed.isEmpty() || claimed.equals(FileFacts.UNKNOWN_TYPE)) {
            claimed = BY_ENDING.getOrDefault(ending(name), "");
        }
        if (claimed.isEmpty() || claimed.equals(sniffed)) {
            return false;
        }
        if (TEXTUAL.matcher(claimed).matches()) {
            return !TEXTUAL.matcher(sniffed).matches();
        }
        boolean zipped =
                IN_ZIP.matcher(claimed).matches() && IN_ZIP.matcher(sniffed).matches();
        boolean packed =
                IN_OLE.matcher(claimed).matches() && IN_OLE.matcher(sniffed).matches();
        boolean container = (zipped && (sniffed.equals(Signatures.ZIP) || claimed.equals(Signatures.ZIP)))
                || (packed && (sniffed.equals(Signatures.OLE) || claimed.equals(Signatures.OLE)));
        boolean sure = Signatures.isSure(claimed)
                || IN_ZIP.matcher(claimed).matches()
                || IN_OLE.matcher(claimed).matches();
        return sure && !container;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
