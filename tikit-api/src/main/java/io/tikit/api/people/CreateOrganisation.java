package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Set;

/**
 * Makes an organisation. Recorded as {@code organisation.created}.
 *
 * @param name 1 to 200 characters in one line, unique within the desk whatever the case
 * @param shared whether each member is meant to see all tickets, see {@link Organisation#shared()}
 * @param domains mail domains whose new people become members, at most 100; each belongs to one organisation. Domains of
 *     mail providers whose users have nothing in common are better left out.
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record CreateOrganisation(String name, boolean shared, Set<String> domains) implements Command<Organisation> {
    /** Copies the domains. */
    public CreateOrganisation {
        Objects.requireNonNull(name, "name");
        domains = Set.copyOf(domains);
    }

    /**
     * An organisation whose tickets are not shared.
     *
     * @param name its name
     * @param domains mail domains whose new people become members
     * @return the command
     */
    public static CreateOrganisation of(String name, String... domains) {
        return new CreateOrganisation(name, false, Set.of(domains));
    }

    /**
     * With tickets that each member is meant to see, see {@link Organisation#shared()}.
     *
     * @return a copy
     */
    public CreateOrganisation withSharedTickets() {
        return new CreateOrganisation(name, true, domains);
    }
}
