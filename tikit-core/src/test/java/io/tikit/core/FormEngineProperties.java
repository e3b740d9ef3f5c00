package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tikit.api.Desk;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.form.FormField;
import io.tikit.api.form.FormModel;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.form.FormDefinition;
import io.tikit.core.form.FormDocuments;
import io.tikit.core.form.RandomForms;
import io.tikit.tck.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The engine takes what the model of the form offers and refuses all else: what is expected is worked out from the fields of
 * the model alone, as a screen would.
 */
class FormEngineProperties {
    private static final int FORMS = 12;
    private static final int TICKETS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"REQ-TM-003", "REQ-TM-005"})
    void theEngineRefusesExactlyWhatTheModelDoesNotOffer(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        RandomForms forms = new RandomForms(random);
        int[] refused = new int[2];
        try (DeskFixture desk = new DeskFixture()) {
            for (FieldDefinition field : RandomForms.FIELDS) {
                save(desk, "field", field.key(), body(field));
            }
            List<User> users = List.of(desk.emily, desk.agent, desk.manager);
            for (int i = 0; i < FORMS; i++) {
                FormDefinition form = forms.form();
                save(desk, "form", FormDefinition.DEFAULT, new FormDocuments().write(form));
                for (int j = 0; j < TICKETS; j++) {
                    String label = "seed " + seed + " form " + i + " ticket " + j + " of " + form;
                    Desk as = desk.as(users.get(random.nextInt(users.size())));
                    Optional<Ticket> ticket = open(label, as, desk.emily, forms.changes(), refused);
                    Desk by = desk.as(users.get(1 + random.nextInt(2)));
                    ticket.ifPresent(old -> edit(label, by, old, forms.changes(), refused));
                }
            }
        }
        assertThat(refused[0]).as("refused").isPositive();
        assertThat(refused[1]).as("taken").isPositive();
    }

    private static void save(DeskFixture desk, String kind, String key, Map<String, Object> body) throws Exception {
        desk.admin.configuration().save(SaveDocument.of(kind, key, key, JSON.writeValueAsString(body)));
    }

    private static Map<String, Object> body(FieldDefinition field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", field.kind().name().toLowerCase(Locale.ROOT));
        List<Object> options = new ArrayList<>();
        for (FieldOption option : field.options()) {
            options.add(Map.of("key", option.key(), "rank", option.rank(), "label", option.label()));
        }
        body.put("options", options);
        return body;
    }

    private static Optional<Ticket> open(String label, Desk as, User emily, List<TicketChange> changes, int[] refused) {
        CreateTicket command = CreateTicket.of("It broke", emily.id());
        for (TicketChange change : changes) {
            command = command.with(change);
        }
        CreateTicket draft = command;
        FormModel model = as.forms().model(draft);
        Set<String> refusals = new TreeSet<>();
        for (TicketChange change : changes) {
            refusal(model, change, List.of()).ifPresent(refusals::add);
        }
        Optional<Ticket> made = attempt(
                label + " with " + changes,
                refusals,
                new TreeSet<>(missing(model)),
                () -> as.tickets().create(draft),
                refused);
        made.ifPresent(ticket -> model.fields().stream()
                .filter(field -> field.key().startsWith("field."))
                .forEach(field -> assertThat(ticket.field(field.key().substring("field.".length())))
                        .as(label + " " + field.key())
                        .isEqualTo(field.value())));
        return made;
    }

    private static void edit(String label, Desk as, Ticket old, List<TicketChange> changes, int[] refused) {
        if (changes.isEmpty()) {
            return;
        }
        UpdateTicket command = UpdateTicket.of(old.id(), changes.toArray(TicketChange[]::new));
        FormModel before = as.forms().model(UpdateTicket.of(old.id()));
        FormModel model = as.forms().model(command);
        Set<String> refusals = new TreeSet<>();
        boolean touched = false;
        for (TicketChange change : changes) {
            if (!value(change).equals(old.field(change.field().substring("field.".length())))) {
                refusal(model, change, had(old, change)).ifPresent(refusals::add);
                touched |= model.field(change.field()).isPresent();
            }
        }
        Set<String> demanded = new TreeSet<>(missing(model));
        if (!touched) {
            demanded.removeAll(missing(before));
        }
        attempt(
                label + " then " + changes + " of " + old,
                refusals,
                demanded,
                () -> as.tickets().update(command),
                refused);
    }

    private static Optional<FieldValue> value(TicketChange change) {
        return change instanceof TicketChange.SetField set ? Optional.of(set.value()) : Optional.empty();
    }

    private static List<String> had(Ticket old, TicketChange change) {
        return old.field(change.field().substring("field.".length()))
                .filter(FieldValue.Choices.class::isInstance)
                .map(value -> ((FieldValue.Choices) value).names())
                .orElse(List.of());
    }

    /** What a screen built from the model would not let its user do. */
    private static Optional<String> refusal(FormModel model, TicketChange change, List<String> had) {
        String key = change.field();
        Optional<FormField> field = model.field(key);
        if (field.isEmpty()) {
            return Optional.of(key + " hidden");
        }
        if (field.get().isReadOnly()) {
            return Optional.of(key + " field_read_only");
        }
        List<String> options =
                field.get().options().stream().map(FieldOption::key).toList();
        Optional<FieldValue> value = value(change);
        boolean offered = value.isEmpty()
                || !(value.get() instanceof FieldValue.Choice choice && !options.contains(choice.name()))
                        && !(value.get() instanceof FieldValue.Choices choices
                                && choices.names().stream()
                                        .anyMatch(name -> !options.contains(name) && !had.contains(name)));
        return offered ? Optional.empty() : Optional.of(key + " option_not_offered");
    }

    private static List<String> missing(FormModel model) {
        return model.fields().stream()
                .filter(field -> field.required()
                        && field.value()
                                .filter(value -> !value.asText().isBlank())
                                .isEmpty())
                .map(FormField::key)
                .toList();
    }

    private static Optional<Ticket> attempt(
            String label, Set<String> refusals, Set<String> demanded, Supplier<Ticket> command, int[] refused) {
        try {
            Ticket ticket = command.get();
            refused[1]++;
            assertThat(refusals).as(label + " was taken").isEmpty();
            assertThat(demanded).as(label + " was taken").isEmpty();
            return Optional.of(ticket);
        } catch (InvalidException e) {
            refused[0]++;
            Set<String> told = new TreeSet<>();
            Set<String> asked = new TreeSet<>();
            for (Violation v : e.violations()) {
                boolean hidden = v.key().equals("not_on_form") || v.key().equals("field_hidden");
                if (v.key().equals("required")) {
                    asked.add(v.path());
                } else if (!v.path().equals("field.cost") || !v.key().equals("option_not_offered")) {
                    // Of a currency that is not offered a screen learns from the violations alone.
                    told.add(v.path() + " " + (hidden ? "hidden" : v.key()));
                }
            }
            assertThat(told).as(label).isEqualTo(refusals);
            assertThat(asked).as(label).containsAll(demanded);
            return Optional.empty();
        }
    }
}
