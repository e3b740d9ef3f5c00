package io.tikit.core.ticket;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.form.FieldMigration;
import io.tikit.api.form.FormField;
import io.tikit.api.form.FormModel;
import io.tikit.api.form.Forms;
import io.tikit.api.form.MigrateField;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.reference.References;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.Lifecycles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Forms for one caller. */
public final class FormService implements Forms {
    private static final TicketId NONE = new TicketId(new UUID(0, 0));

    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final Snapshots snapshots;
    private final TicketForms forms;
    private final References references;
    private final Lifecycles lifecycles;
    private final Time time;

    public FormService(
            Supplier<Session> session,
            Pipeline pipeline,
            Reader reader,
            Snapshots snapshots,
            TicketForms forms,
            References references,
            Lifecycles lifecycles,
            Time time) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.snapshots = snapshots;
        this.forms = forms;
        this.references = references;
        this.lifecycles = lifecycles;
        this.time = time;
    }

    @Override
    public FormModel model(CreateTicket draft) {
        Session who = session.get();
        boolean forOneself = who.user().filter(draft.requester()::equals).isPresent();
        Access.require(who, forOneself ? Permission.TICKET_CREATE : Permission.TICKET_CREATE_FOR_OTHERS);
        return withTexts(who, reader.read(who.tenant(), unit -> {
            Snapshot snapshot = snapshots.of(unit, false);
            List<TicketChange> given = fitted(draft.changes(), snapshot);
            Instant now = time.instant();
            TicketSummary.Builder blank = TicketSummary.builder()
                    .identity(NONE, 0)
                    .subject(draft.subject())
                    .people(draft.requester(), who.user().orElse(null))
                    .organisation(unit.users().findAll(Set.of(draft.requester())).stream()
                            .findFirst()
                            .flatMap(User::organisation)
                            .orElse(null))
                    .times(now, now);
            Lifecycle lifecycle = lifecycles.of(snapshot);
            return forms.modelOfNew(
                    TicketDecider.blank(blank, given, lifecycle),
                    TicketDecider.create(blank, given, lifecycle),
                    given,
                    who,
                    snapshot);
        }));
    }

    @Override
    public FormModel model(UpdateTicket edits) {
        Session who = session.get();
        return withTexts(who, reader.read(who.tenant(), unit -> {
            Ticket before =
                    Access.requireVisible(who, edits.id(), unit.tickets().find(edits.id()));
            Snapshot snapshot = snapshots.of(unit, false);
            List<TicketChange> given = fitted(edits.changes(), snapshot);
            Ticket after = TicketDecider.update(before, given, lifecycles.of(snapshot), time.instant())
                    .after();
            return forms.modelOf(before, after, given, who, snapshot);
        }));
    }

    @Override
    public FieldMigration migrate(MigrateField command) {
        return pipeline.execute(session.get(), command);
    }

    /** Asks the host outside of the unit, which would wait for it otherwise. */
    private FormModel withTexts(Session who, FormModel model) {
        Map<String, String> ids = new TreeMap<>();
        for (FormField field : model.fields()) {
            if (field.field().kind() == FieldKind.REFERENCE) {
                field.value().ifPresent(value -> ids.put(field.key(), value.asText()));
            }
        }
        if (ids.isEmpty() || references.isEmpty()) {
            return model;
        }
        Map<String, Optional<String>> labels =
                references.labels(who.tenant(), snapshots.recent(who.tenant()).fields(), ids);
        List<FormField> fields = model.fields().stream()
                .map(field -> new FormField(
                        field.field(),
                        field.value(),
                        labels.getOrDefault(field.key(), Optional.empty()),
                        field.required(),
                        field.options(),
                        field.refusals()))
                .toList();
        return new FormModel(model.form(), model.version(), fields, model.violations());
    }

    private static List<TicketChange> fitted(List<TicketChange> changes, Snapshot snapshot) {
        return changes.stream()
                .map(change -> change instanceof TicketChange.SetField set
                        ? new TicketChange.SetField(set.key(), CustomFields.formed(set, snapshot.fields()))
                        : change)
                .toList();
    }
}
