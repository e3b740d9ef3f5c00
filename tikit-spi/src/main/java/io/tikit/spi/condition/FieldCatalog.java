package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Need;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields that a desk's conditions may speak of: the built-in ones, the custom ones that the desk has defined, and
 * what the host tells of its own objects. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class FieldCatalog {
    private static final Pattern HOST_KEY = Pattern.compile("host(\\.[a-z][a-z0-9_]{0,39}){1,3}");
    private static final FieldCatalog UNTYPED = new FieldCatalog(Map.of(), true);

    private final Map<String, FieldInfo> custom;
    private final boolean loose;

    private FieldCatalog(Map<String, FieldInfo> custom, boolean loose) {
        this.custom = custom;
        this.loose = loose;
    }

    /**
     * The catalogue of a desk that has defined no fields: a custom field of any well-formed key may hold anything.
     *
     * @return the catalogue
     */
    public static FieldCatalog untyped() {
        return UNTYPED;
    }

    /**
     * A catalogue with custom fields. What is not defined may hold anything, as in {@link #untyped()}.
     *
     * @param definitions the custom fields; of two with the same key the later one counts
     * @return the catalogue
     */
    public static FieldCatalog of(Collection<FieldDefinition> definitions) {
        Map<String, FieldInfo> custom = new TreeMap<>();
        for (FieldDefinition definition : definitions) {
            String key = TicketFields.CUSTOM_PREFIX + definition.key();
            custom.put(key, new FieldInfo(key, definition, Need.STATE, false, false));
        }
        return new FieldCatalog(custom, true);
    }

    /**
     * The same catalogue without the custom fields that are not defined.
     *
     * @return a copy
     */
    public FieldCatalog strict() {
        return new FieldCatalog(custom, false);
    }

    /**
     * All fields that have a definition.
     *
     * @return the built-in ones, then the custom ones, each group by key
     */
    public List<FieldInfo> fields() {
        List<FieldInfo> all = new ArrayList<>(new TreeMap<>(BuiltInFields.ALL).values());
        all.addAll(custom.values());
        return List.copyOf(all);
    }

    /**
     * A field.
     *
     * @param key the key as conditions write it
     * @return what is known of it; empty if there is no such field
     */
    public Optional<FieldInfo> find(String key) {
        FieldInfo known = BuiltInFields.ALL.get(key);
        if (known == null) {
            known = custom.get(key);
        }
        if (known != null) {
            return Optional.of(known);
        }
        if (isHost(key)) {
            return Optional.of(untyped(key, key, Need.HOST));
        }
        return loose
                ? TicketFieldCatalog.customKey(key).map(plain -> untyped(key, plain, Need.STATE))
                : Optional.empty();
    }

    private static FieldInfo untyped(String key, String plain, Need need) {
        return new FieldInfo(key, FieldDefinition.of(plain, FieldKind.ANY, plain), need, false, false);
    }

    /**
     * Tells whether a key names something that the host knows: {@code host.}, then one to three names with points
     * between.
     *
     * @param key the key
     * @return whether it does
     */
    public static boolean isHost(String key) {
        return key.startsWith(TicketFields.HOST_PREFIX) && HOST_KEY.matcher(key).matches();
    }

    /**
     * Reads a field of a ticket.
     *
     * @param ticket the ticket
     * @param key the key as conditions write it
     * @return its value; empty if it has none or is not of the ticket
     */
    public Optional<FieldValue> value(Ticket ticket, String key) {
        return TicketFieldCatalog.value(ticket, key);
    }

    /**
     * A node of a custom field's tree and all nodes below it, as conditions speak of it with {@code under}.
     *
     * @param key the key as conditions write it
     * @param root the node
     * @return the nodes, of which some may be retired; the root alone if the field has no tree with such a node
     */
    public List<FieldValue> subtree(String key, FieldValue root) {
        FieldInfo field = custom.get(key);
        if (field == null || field.kind() != FieldKind.TREE || !(root instanceof FieldValue.Choice node)) {
            return List.of(root);
        }
        List<FieldValue> nodes = new ArrayList<>();
        field.definition().under(node.name()).forEach(option -> nodes.add(option.value()));
        return nodes.isEmpty() ? List.of(root) : List.copyOf(nodes);
    }

    /**
     * Brings a value into the form in which the field holds it: the name of an option becomes that choice, the text of
     * an instant the instant.
     *
     * @param key the key as conditions write it
     * @param value as somebody wrote it
     * @return the value in the field's form, or as it was if there is no such form
     */
    public FieldValue fit(String key, FieldValue value) {
        return find(key).map(field -> ValueFit.fit(field.definition(), value)).orElse(value);
    }

    /**
     * Checks a value that is to be set on a ticket.
     *
     * @param path the path of the violations
     * @param key the key of a custom field without its prefix
     * @param value the value in the field's form, see {@link #fit}
     * @return what is wrong; empty if the value may be set, or the field has no definition and the catalogue is not
     *     strict
     */
    public List<Violation> violations(String path, String key, FieldValue value) {
        Optional<FieldInfo> field = find(TicketFields.CUSTOM_PREFIX + key);
        return field.isEmpty()
                ? List.of(new Violation(path, "unknown_field", "there is no field '" + key + "'", Map.of("field", key)))
                : ValueFit.violations(path, field.get().definition(), value);
    }
}
