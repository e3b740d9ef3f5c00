package io.tikit.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.condition.ConditionText;
import io.tikit.core.form.FormDefinition.Effect;
import io.tikit.core.form.FormDefinition.Line;
import io.tikit.core.form.FormDefinition.Required;
import io.tikit.core.form.FormDefinition.Rule;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.tck.SampleData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What forms are, against a second, slow reading of their rules. */
class FormProperties {
    private static final FieldCatalog FIELDS = FieldCatalog.of(RandomForms.FIELDS);
    private static final UserId ME = new UserId(new UUID(1, 1));
    private static final Binding BINDING =
            new Binding(Instant.EPOCH, ZoneOffset.UTC, Optional.of(ME), List.of(), FIELDS, FIELDS::subtree);

    private record Case(FormDefinition form, Optional<Ticket> saved, Ticket edited, Set<String> named, Role role) {
        static Case of(long seed) {
            Random random = new Random(seed);
            RandomForms forms = new RandomForms(random);
            FormDefinition form = forms.form();
            Ticket blank = SampleData.of(seed).ticket(1, List.of(ME, new UserId(new UUID(2, 2))), List.of());
            Ticket before = changed(new Ticket(blank.summary(), Map.of()), forms.changes());
            boolean isNew = random.nextBoolean();
            List<TicketChange> changes = forms.changes();
            Ticket edited = changed(isNew ? new Ticket(blank.summary(), Map.of()) : before, changes);
            return new Case(
                    form,
                    isNew ? Optional.empty() : Optional.of(before),
                    edited,
                    FormCheck.named(changes),
                    new Role(List.of("customer", "agent", "manager").get(random.nextInt(3))));
        }

        FormState state(FormDefinition other) {
            return CompiledForm.of("f", 1, other, FIELDS, field -> true)
                    .state(saved, edited, named, new FormAsker(role, () -> BINDING), FormProperties::changed);
        }

        FormDefinition with(List<Rule> rules) {
            return new FormDefinition(form.types(), form.incomplete(), form.fields(), rules);
        }
    }

    private static Ticket changed(Ticket ticket, List<TicketChange> changes) {
        Map<String, FieldValue> fields = new TreeMap<>(ticket.fields());
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetField set) {
                fields.put(set.key(), set.value());
            } else if (change instanceof TicketChange.ClearField clear) {
                fields.remove(clear.key());
            }
        }
        return new Ticket(ticket.summary(), fields);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void theSameQuestionHasTheSameAnswerAndItIsTheOneOfTheRules(@ForAll long seed) {
        Case one = Case.of(seed);
        FormState state = one.state(one.form());
        assertThat(one.state(one.form())).isEqualTo(state);
        Slow slow = new Slow(one);
        slow.run();
        state.lines().forEach((field, line) -> {
            assertThat(line.shown()).as(field + " shown").isEqualTo(slow.shown.contains(field));
            assertThat(line.required()).as(field + " required").isEqualTo(slow.required.contains(field));
            assertThat(line.readOnly()).as(field + " read-only").isEqualTo(slow.readOnly.contains(field));
            assertThat(line.limit()).as(field + " limit").isEqualTo(Optional.ofNullable(slow.limits.get(field)));
        });
        assertThat(state.ticket()).isEqualTo(slow.ticket());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theLastRuleThatSpeaksOfAFieldIsRightAndAStopHidesThoseBehindIt(@ForAll long seed) {
        Case one = Case.of(seed);
        Line some = one.form()
                .fields()
                .get(1 + new Random(seed).nextInt(one.form().fields().size() - 1));
        for (FormDefinition.Deed deed : List.of(FormDefinition.Deed.SHOW, FormDefinition.Deed.HIDE)) {
            Rule last = new Rule("", Set.of(), "", "", List.of(new Effect(deed, some.field(), List.of(), "")), false);
            List<Rule> behind = new ArrayList<>(one.form().rules().stream()
                    .map(rule -> new Rule(rule.name(), rule.roles(), rule.saved(), rule.when(), rule.effects(), false))
                    .toList());
            behind.add(last);
            assertThat(one.state(one.with(behind)).lines().get(some.field()).shown())
                    .isEqualTo(deed == FormDefinition.Deed.SHOW);
            List<Rule> stopped = new ArrayList<>(behind);
            stopped.add(0, new Rule("", Set.of(), "", "", List.of(), true));
            assertThat(one.state(one.with(stopped))).isEqualTo(one.state(one.with(List.of())));
        }
    }

    /** Reads the rules as the documentation tells them, one after the other, and works out everything anew each time. */
    private static final class Slow {
        private final Case one;
        private final Set<String> shown = new LinkedHashSet<>();
        private final Set<String> required = new LinkedHashSet<>();
        private final Set<String> readOnly = new LinkedHashSet<>();
        private final Map<String, List<String>> limits = new LinkedHashMap<>();
        private final Map<String, String> defaults = new LinkedHashMap<>();

        Slow(Case one) {
            this.one = one;
            for (Line line : one.form().fields()) {
                set(shown, line.field(), !line.hidden());
                set(
                        required,
                        line.field(),
                        line.required() == Required.ALWAYS
                                || (line.required() == Required.CREATE
                                        && one.saved().isEmpty()));
                set(readOnly, line.field(), line.readOnly());
                if (!line.value().isEmpty()) {
                    defaults.put(line.field(), line.value());
                }
            }
        }

        private static void set(Set<String> set, String field, boolean there) {
            if (there) {
                set.add(field);
            } else {
                set.remove(field);
            }
        }

        Ticket ticket() {
            Map<String, FieldValue> fields = new TreeMap<>(one.edited().fields());
            defaults.forEach((field, text) -> {
                String key = field.substring("field.".length());
                boolean free = !fields.containsKey(key) && !one.named().contains(field);
                FieldValue value = FieldTexts.read(FIELDS, field, text);
                if (one.saved().isEmpty() && shown.contains(field) && free && fits(field, value)) {
                    fields.put(key, value);
                }
            });
            return new Ticket(one.edited().summary(), fields);
        }

        private boolean fits(String field, FieldValue value) {
            List<String> limit = limits.get(field);
            if (limit == null) {
                return true;
            }
            if (value instanceof FieldValue.Choices choices) {
                return limit.containsAll(choices.names());
            }
            String name =
                    value instanceof FieldValue.Choice choice ? choice.name() : ((FieldValue.Money) value).currency();
            return limit.stream().anyMatch(key -> (name + "/").startsWith(key + "/"));
        }

        private static boolean holds(String when, Ticket ticket) {
            return when.isEmpty()
                    || ConditionInterpreter.holds(BINDING.bind(ConditionText.parse(when, FIELDS)), ticket);
        }

        void run() {
            for (Rule rule : one.form().rules()) {
                boolean mine = rule.roles().isEmpty()
                        || rule.roles().contains(one.role().key());
                boolean before = rule.saved().isEmpty()
                        || one.saved()
                                .filter(ticket -> holds(rule.saved(), ticket))
                                .isPresent();
                if (!mine || !before || !holds(rule.when(), ticket())) {
                    continue;
                }
                for (Effect effect : rule.effects()) {
                    String field = effect.field();
                    switch (effect.deed()) {
                        case SHOW -> shown.add(field);
                        case HIDE -> shown.remove(field);
                        case REQUIRE -> required.add(field);
                        case RELEASE -> required.remove(field);
                        case READ_ONLY -> readOnly.add(field);
                        case EDITABLE -> readOnly.remove(field);
                        case LIMIT -> limits.put(field, effect.options());
                        case DEFAULT -> defaults.put(field, effect.value());
                    }
                }
                if (rule.stop()) {
                    return;
                }
            }
        }
    }
}
