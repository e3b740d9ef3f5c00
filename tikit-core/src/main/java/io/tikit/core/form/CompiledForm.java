package io.tikit.core.form;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.condition.ConditionText;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.condition.ConditionInput;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A form ready to be asked. Pure: the same form, tickets and asker give the same state.
 *
 * <p>First each field is as its line says. Then the rules are asked in their order, each over the ticket as the earlier
 * ones left it, with the defaults that count by then; of several deeds on the same aspect of a field the last one stays.
 * A field is shown, required, read-only, limited: those are the aspects. Defaults are for new tickets, for fields that are
 * shown and of which nothing was said.
 */
public final class CompiledForm {
    private final Optional<String> key;
    private final long version;
    private final Set<String> incomplete;
    private final Map<String, Start> starts;
    private final List<Rule> rules;

    /** How a field is before any rule, and where its default comes from. */
    private record Start(FieldInfo field, FormDefinition.Line line, Optional<FieldValue> value) {}

    private record Asked(Condition source, Optional<CompiledCondition> compiled) {
        static Asked of(String text, FieldCatalog fields) {
            Condition source = ConditionText.parse(text, fields);
            return new Asked(
                    source, Binding.isBound(source) ? Optional.of(CompiledCondition.of(source)) : Optional.empty());
        }

        boolean holds(ConditionInput input, FormAsker who) {
            return compiled.orElseGet(
                            () -> CompiledCondition.of(who.binding().get().bind(source)))
                    .holds(input);
        }
    }

    private record Done(FormDefinition.Deed deed, String field, List<String> options, Optional<FieldValue> value) {}

    private record Rule(
            Set<String> roles, Optional<Asked> saved, Optional<Asked> when, List<Done> deeds, boolean stop) {}

    private CompiledForm(
            Optional<String> key, long version, Set<String> incomplete, Map<String, Start> starts, List<Rule> rules) {
        this.key = key;
        this.version = version;
        this.incomplete = incomplete;
        this.starts = starts;
        this.rules = rules;
    }

    /**
     * Makes a form ready.
     *
     * @param offered which fields may be set at all; others are left out
     */
    static CompiledForm of(
            String key, long version, FormDefinition form, FieldCatalog fields, Predicate<String> offered) {
        Map<String, Start> starts = new LinkedHashMap<>();
        for (FormDefinition.Line line : form.fields()) {
            if (offered.test(line.field())) {
                fields.find(line.field())
                        .ifPresent(field -> starts.put(
                                line.field(), new Start(field, line, value(line.field(), line.value(), fields))));
            }
        }
        List<Rule> rules = new ArrayList<>();
        for (FormDefinition.Rule rule : form.rules()) {
            List<Done> deeds = rule.effects().stream()
                    .filter(effect -> starts.containsKey(effect.field()))
                    .map(effect -> new Done(
                            effect.deed(),
                            effect.field(),
                            effect.options(),
                            value(effect.field(), effect.value(), fields)))
                    .toList();
            rules.add(new Rule(
                    rule.roles(), asked(rule.saved(), fields), asked(rule.when(), fields), deeds, rule.stop()));
        }
        return new CompiledForm(Optional.of(key), version, form.incomplete(), starts, List.copyOf(rules));
    }

    /** What a desk without a form for a type has: every field, each as anybody likes. */
    static CompiledForm open(FieldCatalog fields, Predicate<String> offered) {
        Map<String, Start> starts = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(FieldChanges.BUILT_IN);
        fields.fields().stream()
                .map(FieldInfo::key)
                .filter(key -> key.startsWith(TicketFields.CUSTOM_PREFIX))
                .forEach(keys::add);
        for (String key : keys) {
            if (offered.test(key)) {
                fields.find(key)
                        .ifPresent(field -> starts.put(
                                key,
                                new Start(
                                        field,
                                        new FormDefinition.Line(key, false, FormDefinition.Required.NEVER, false, ""),
                                        Optional.empty())));
            }
        }
        return new CompiledForm(Optional.empty(), 0, Set.of(), starts, List.of());
    }

    private static Optional<Asked> asked(String text, FieldCatalog fields) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Asked.of(text, fields));
    }

    private static Optional<FieldValue> value(String field, String text, FieldCatalog fields) {
        return text.isEmpty() ? Optional.empty() : Optional.of(FieldTexts.read(fields, field, text));
    }

    /**
     * What the form is.
     *
     * @param saved the ticket as it is; empty for a new one
     * @param edited the ticket as it would be
     * @param named the fields of which something is said, so that a new ticket gets no default for them
     * @param changed makes a ticket of another by changes
     */
    public FormState state(
            Optional<Ticket> saved,
            Ticket edited,
            Set<String> named,
            FormAsker who,
            BiFunction<Ticket, List<TicketChange>, Ticket> changed) {
        Asking asking = new Asking(saved, edited, named, changed);
        starts.forEach(asking::begin);
        ConditionInput before = saved.map(ConditionInput::of).orElse(null);
        for (Rule rule : rules) {
            boolean holds =
                    (rule.roles().isEmpty() || rule.roles().contains(who.role().key()))
                            && (rule.saved().isEmpty()
                                    || (before != null && rule.saved().get().holds(before, who)))
                            && (rule.when().isEmpty() || rule.when().get().holds(asking.input(), who));
            if (holds) {
                rule.deeds().forEach(asking::apply);
                if (rule.stop()) {
                    break;
                }
            }
        }
        return asking.state(key, version, incomplete);
    }

    /** One evaluation under way. */
    private static final class Asking {
        private final boolean isNew;
        private final Ticket edited;
        private final Set<String> named;
        private final BiFunction<Ticket, List<TicketChange>, Ticket> changed;
        private final Map<String, FormState.Line> lines = new LinkedHashMap<>();
        private final Map<String, FieldValue> offers = new LinkedHashMap<>();
        private final Map<String, TicketChange> defaults = new LinkedHashMap<>();
        private Ticket ticket;
        private ConditionInput input;

        Asking(
                Optional<Ticket> saved,
                Ticket edited,
                Set<String> named,
                BiFunction<Ticket, List<TicketChange>, Ticket> changed) {
            this.isNew = saved.isEmpty();
            this.edited = edited;
            this.named = named;
            this.changed = changed;
            this.ticket = edited;
            this.input = ConditionInput.of(edited);
        }

        ConditionInput input() {
            return input;
        }

        void begin(String field, Start start) {
            boolean required = start.line().required() == FormDefinition.Required.ALWAYS
                    || (isNew && start.line().required() == FormDefinition.Required.CREATE);
            lines.put(
                    field,
                    new FormState.Line(
                            start.field(),
                            !start.line().hidden(),
                            required,
                            start.line().readOnly(),
                            Optional.empty()));
            start.value().ifPresent(value -> offers.put(field, value));
            settle(field);
        }

        void apply(Done deed) {
            FormState.Line line = lines.get(deed.field());
            if (line == null) {
                return;
            }
            FieldInfo field = line.field();
            lines.put(
                    deed.field(),
                    switch (deed.deed()) {
                        case SHOW -> new FormState.Line(field, true, line.required(), line.readOnly(), line.limit());
                        case HIDE -> new FormState.Line(field, false, line.required(), line.readOnly(), line.limit());
                        case REQUIRE -> new FormState.Line(field, line.shown(), true, line.readOnly(), line.limit());
                        case RELEASE -> new FormState.Line(field, line.shown(), false, line.readOnly(), line.limit());
                        case READ_ONLY -> new FormState.Line(field, line.shown(), line.required(), true, line.limit());
                        case EDITABLE -> new FormState.Line(field, line.shown(), line.required(), false, line.limit());
                        case LIMIT ->
                            new FormState.Line(
                                    field, line.shown(), line.required(), line.readOnly(), Optional.of(deed.options()));
                        case DEFAULT -> line;
                    });
            if (deed.deed() == FormDefinition.Deed.DEFAULT) {
                deed.value().ifPresent(value -> offers.put(deed.field(), value));
            }
            settle(deed.field());
        }

        /** Gives a new ticket the default of a field, or takes it back, as the field stands now. */
        private void settle(String field) {
            FormState.Line line = lines.get(field);
            FieldValue offer = offers.get(field);
            if (!isNew || line == null || offer == null) {
                return;
            }
            // A new ticket has a type and a priority whether or not somebody chose them.
            boolean free = !named.contains(field)
                    && (FormCheck.isAbsent(edited, field) || field.equals(TicketFields.PRIORITY.key()));
            Optional<TicketChange> wanted = line.shown() && free && line.offers(offer, Optional.empty())
                    ? FieldChanges.set(field, offer)
                    : Optional.empty();
            TicketChange had = defaults.get(field);
            if (!wanted.equals(Optional.ofNullable(had))) {
                defaults.remove(field);
                wanted.ifPresent(change -> defaults.put(field, change));
                ticket = defaults.isEmpty() ? edited : changed.apply(edited, List.copyOf(defaults.values()));
                input = ConditionInput.of(ticket);
            }
        }

        FormState state(Optional<String> key, long version, Set<String> incomplete) {
            return new FormState(key, version, incomplete, lines, ticket, List.copyOf(defaults.values()));
        }
    }
}
