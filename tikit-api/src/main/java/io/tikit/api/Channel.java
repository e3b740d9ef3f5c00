package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The way by which something came to the desk, recorded for every event and entry (REQ-TM-001).
 *
 * @param key lower-case ASCII letters, digits, dot, hyphen or underscore, at most 30 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Channel(String key) {
    // Before the constants, whose making checks the form.
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,29}");

    /** Called by host code without a closer word. */
    public static final Channel API = new Channel("api");
    /** A form on a web page. */
    public static final Channel WEB = new Channel("web");
    /** A mail. */
    public static final Channel MAIL = new Channel("mail");
    /** A phone call that somebody writes down. */
    public static final Channel PHONE = new Channel("phone");
    /** A chat. */
    public static final Channel CHAT = new Channel("chat");
    /** Brought over from a file or another system. */
    public static final Channel IMPORT = new Channel("import");
    /** The engine itself. */
    public static final Channel ENGINE = new Channel("engine");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the key does not have the form described above
     */
    public Channel {
        Objects.requireNonNull(key, "key");
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("channel key must match " + FORM.pattern());
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
