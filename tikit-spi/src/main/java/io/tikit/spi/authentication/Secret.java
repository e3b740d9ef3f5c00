package io.tikit.spi.authentication;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * A password, token or code. It has no text form, so that it does not get into logs by accident, and is overwritten when
 * closed. Equal only to itself. For use by one thread at a time.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /**
     * Takes a copy of characters.
     *
     * @param characters the secret
     * @return a secret, to be closed
     */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /**
     * Takes a copy of a text.
     *
     * @param text the secret
     * @return a secret, to be closed
     */
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /**
     * Shows the characters to a function and overwrites its copy afterwards.
     *
     * @param reader gets a copy that is good during the call
     * @param <T> what the function gives
     * @return what the function gave
     * @throws IllegalStateException if the secret is closed
     */
    public <T> T read(Function<char[], T> reader) {
        Objects.requireNonNull(reader, "reader");
        if (closed) {
            throw new IllegalStateException("the secret has been wiped");
        }
        char[] copy = characters.clone();
        try {
            return reader.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** Overwrites the characters. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    /**
     * Hides the secret.
     *
     * @return always the same text
     */
    @Override
    public String toString() {
        return "Secret[***]";
    }
}
