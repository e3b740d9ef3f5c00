package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * How a desk shows itself to its people, from the document {@code branding/desk}.
 *
 * @param name the name of the desk, 1 to 100 characters
 * @param colours the colours
 * @param logo a reference to the logo: an address, or whatever the host makes of it; at most 500 characters
 * @param mailSender the name under which mail is sent; empty for the name of the desk
 * @param footer text below mail and pages, at most 2,000 characters; may be empty
 * @param portal the address of the portal: an absolute {@code https} or {@code http} URI
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Branding(
        String name,
        Colours colours,
        Optional<String> logo,
        Optional<String> mailSender,
        String footer,
        Optional<String> portal) {
    /** The kind of the document. */
    public static final String KIND = "branding";

    /** The only document of the kind. */
    public static final DocumentKey DOCUMENT = new DocumentKey(KIND, "desk");

    /** Checks that nothing is null. */
    public Branding {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colours, "colours");
        Objects.requireNonNull(logo, "logo");
        Objects.requireNonNull(mailSender, "mailSender");
        Objects.requireNonNull(footer, "footer");
        Objects.requireNonNull(portal, "portal");
    }

    /**
     * How a desk shows itself before anybody sets it up.
     *
     * @param name the name of the desk
     * @return the branding
     */
    public static Branding plain(String name) {
        return new Branding(name, Colours.PLAIN, Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /**
     * The name under which mail is sent.
     *
     * @return the sender's name, or the name of the desk
     */
    public String sender() {
        return mailSender.orElse(name);
    }

    /**
     * Colours, each as {@code #rrggbb} in lower case.
     *
     * @param primary for headings and buttons
     * @param accent for what stands out
     * @param background behind everything
     */
    public record Colours(String primary, String accent, String background) {
        /** Dark blue and orange on white. */
        public static final Colours PLAIN = new Colours("#1f3a5f", "#b35900", "#ffffff");

        /** Checks that nothing is null. */
        public Colours {
            Objects.requireNonNull(primary, "primary");
            Objects.requireNonNull(accent, "accent");
            Objects.requireNonNull(background, "background");
        }
    }
}
