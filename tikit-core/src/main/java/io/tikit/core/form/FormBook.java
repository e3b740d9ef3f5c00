package io.tikit.core.form;

import io.tikit.api.ticket.TicketType;
import io.tikit.spi.condition.FieldCatalog;
import java.util.Map;

/** The forms of a desk at a revision of its configuration. Immutable. */
public final class FormBook {
    /** Of a desk that has no form. */
    public static final FormBook EMPTY =
            new FormBook(Map.of(), Map.of(), CompiledForm.open(FieldCatalog.untyped(), field -> true));

    private final Map<String, CompiledForm> byKey;
    private final Map<TicketType, String> byType;
    private final CompiledForm open;

    FormBook(Map<String, CompiledForm> byKey, Map<TicketType, String> byType, CompiledForm open) {
        this.byKey = Map.copyOf(byKey);
        this.byType = Map.copyOf(byType);
        this.open = open;
    }

    /** Whether the desk has no form, so that nothing is held to any. */
    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The form of a type: the one that names it, else the one of all others, else the open one. */
    public CompiledForm of(TicketType type) {
        CompiledForm form = byKey.get(byType.getOrDefault(type, FormDefinition.DEFAULT));
        return form == null ? open : form;
    }
}
