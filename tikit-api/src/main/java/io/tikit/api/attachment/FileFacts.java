package io.tikit.api.attachment;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a file, found out while its bytes came in.
 *
 * @param name a name without path, control and direction characters, 1 to 255 characters; to be shown, and safe as the
 *     name of a file
 * @param size in bytes
 * @param sha256 the SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType the type that the bytes themselves show, such as {@code image/png}; {@code application/octet-stream}
 *     when they show none
 * @param declaredType the type that the uploader gave, or empty; not to be trusted
 * @param mismatched whether the declared type, or else the ending of the name, claims what the bytes deny
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FileFacts(
        String name, long size, String sha256, String mediaType, String declaredType, boolean mismatched) {
    /** The type of bytes that show none. */
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final Set<String> SHOWABLE =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "text/plain");

    /** Checks that nothing is null. */
    public FileFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(declaredType, "declaredType");
    }

    /**
     * Tells whether a browser may show the file within a page when it is sent as {@link #mediaType()} and with
     * {@code X-Content-Type-Options: nosniff}. All else is offered for download only: types that carry scripts, such as
     * HTML, SVG and PDF, are not among them.
     *
     * @return whether the type holds nothing active and the file is what it claims to be
     */
    public boolean isSafeToShow() {
        return !mismatched && SHOWABLE.contains(mediaType);
    }

    /** Tells size and type without the name, so that logs hold no personal data. */
    @Override
    public String toString() {
        return size + " bytes of " + mediaType;
    }
}
