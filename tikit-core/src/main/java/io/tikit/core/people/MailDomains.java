package io.tikit.core.people;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Domains of mail addresses in the one form in which they are kept and compared: ASCII, in lower case. */
final class MailDomains {
    private static final int LONGEST = 253;

    private MailDomains() {}

    /** The form that is kept; empty for what is no domain. */
    static Optional<String> normal(String domain) {
        try {
            String ascii = IDN.toASCII(domain.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() || ascii.length() > LONGEST || ascii.startsWith(".") || ascii.endsWith(".")
                    ? Optional.empty()
                    : Optional.of(ascii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The domain of a mail address. */
    static Optional<String> ofMail(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? Optional.empty() : normal(email.substring(at + 1));
    }
}
