package io.tikit.core.form;

import io.tikit.api.ticket.TicketType;
import java.util.List;
import java.util.Set;

/**
 * What a document of the kind {@code form} says.
 *
 * @param types the types of ticket that it is for, unless the document of a type names another form
 * @param incomplete the channels by which a new ticket may come without what is required, since whoever writes there sees
 *     no form; it is demanded when the ticket is edited
 * @param fields its fields, in the order for people
 * @param rules asked in this order
 */
public record FormDefinition(Set<TicketType> types, Set<String> incomplete, List<Line> fields, List<Rule> rules) {
    public static final String KIND = "form";

    /** The key of the form of all types that have no other. */
    public static final String DEFAULT = "default";

    public FormDefinition {
        types = Set.copyOf(types);
        incomplete = Set.copyOf(incomplete);
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }

    /** When a field must have a value. */
    public enum Required {
        NEVER,
        CREATE,
        ALWAYS
    }

    /**
     * A field of the form.
     *
     * @param field its key as conditions write it
     * @param value what a new ticket gets if nothing is said, as text; empty for nothing
     */
    public record Line(String field, boolean hidden, Required required, boolean readOnly, String value) {}

    /**
     * What holds of some tickets.
     *
     * @param name for people; may be empty
     * @param roles of whom it speaks; empty for everybody
     * @param saved a condition over the ticket as it is saved, which holds of no new ticket; empty for none
     * @param when a condition over the ticket as it is being edited; empty for always
     * @param stop whether no later rule is asked when this one holds
     */
    public record Rule(String name, Set<String> roles, String saved, String when, List<Effect> effects, boolean stop) {
        public Rule {
            roles = Set.copyOf(roles);
            effects = List.copyOf(effects);
        }
    }

    /** What a rule does to a field. */
    public enum Deed {
        SHOW,
        HIDE,
        REQUIRE,
        RELEASE,
        READ_ONLY,
        EDITABLE,
        LIMIT,
        DEFAULT
    }

    /**
     * A deed and its field.
     *
     * @param options for a limit what may be chosen, a node of a tree with all below it
     * @param value for a default the value as text
     */
    public record Effect(Deed deed, String field, List<String> options, String value) {
        public Effect {
            options = List.copyOf(options);
        }
    }
}
