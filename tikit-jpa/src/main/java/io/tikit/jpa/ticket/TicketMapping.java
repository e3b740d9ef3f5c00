package io.tikit.jpa.ticket;

import io.tikit.api.category.CategoryId;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.jpa.codec.FieldValues;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.codec.Overflow;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Row;
import io.tikit.spi.condition.Fold;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between tickets and their rows. */
final class TicketMapping {
    /** The columns of a summary, in the order in which {@link #summary(Object[])} reads them. */
    static final String SUMMARY = "t.id, t.serial, t.type_rank, t.subject, t.priority, t.status, t.state,"
            + " t.requester, t.submitter, t.team, t.assignee, t.created_at, t.updated_at, t.resolved_at, t.revision,"
            + " t.category, t.organisation";

    static final Change INSERT = Change.insert(
            Change.Step.REFERRED,
            "tikit_ticket",
            "tenant",
            "id",
            "serial",
            "type_rank",
            "subject",
            "subject_folded",
            "priority",
            "status",
            "state",
            "is_open",
            "requester",
            "submitter",
            "team",
            "assignee",
            "category",
            "organisation",
            "created_at",
            "updated_at",
            "resolved_at",
            "revision",
            "fields",
            "fields_large");

    private static final TicketType[] TYPES = TicketType.values();
    private static final Priority[] PRIORITIES = Priority.values();
    private static final State[] STATES = State.values();

    private TicketMapping() {}

    @SuppressWarnings("EnumOrdinal") // ranks are the documented order of these enums, and constants are only ever added
    static void write(Ticket ticket, TicketEntity row) {
        TicketSummary from = ticket.summary();
        if (!from.subject().equals(row.subject)) {
            row.subject = from.subject();
            row.subjectFolded = Fold.bytes(from.subject());
        }
        row.serial = from.serial();
        row.type = (short) from.type().ordinal();
        row.priority = (short) from.priority().ordinal();
        row.status = from.status().key();
        row.state = (short) from.state().ordinal();
        row.open = (short) (from.state().isOpen() ? 1 : 0);
        row.requester = from.requester().value();
        row.submitter = from.submitter().map(UserId::value).orElse(null);
        row.team = from.team().map(TeamId::value).orElse(null);
        row.assignee = from.assignee().map(UserId::value).orElse(null);
        row.category = from.category().map(CategoryId::value).orElse(null);
        row.organisation = from.organisation().map(OrganisationId::value).orElse(null);
        row.created = from.createdAt().toEpochMilli();
        row.updated = from.updatedAt().toEpochMilli();
        row.resolved = from.resolvedAt().map(Instant::toEpochMilli).orElse(null);
        row.revision = from.revision().value();
        Overflow fields = Overflow.of(FieldValues.write(ticket.fields()));
        row.fields = fields.small();
        row.fieldsLarge = fields.large();
    }

    static void bind(TicketEntity from, Row row) throws SQLException {
        row.whole(from.tenant)
                .id(from.id)
                .whole(from.serial)
                .whole(from.type)
                .text(from.subject)
                .bytes(from.subjectFolded)
                .whole(from.priority)
                .text(from.status)
                .whole(from.state)
                .whole(from.open)
                .id(from.requester)
                .id(from.submitter)
                .id(from.team)
                .id(from.assignee)
                .id(from.category)
                .id(from.organisation)
                .whole(from.created)
                .whole(from.updated)
                .whole(from.resolved)
                .whole(from.revision)
                .text(from.fields)
                .text(from.fieldsLarge);
    }

    static Ticket read(TicketEntity row) {
        TicketSummary summary = TicketSummary.builder()
                .identity(new TicketId(row.id), row.serial)
                .type(TYPES[row.type])
                .subject(row.subject)
                .priority(PRIORITIES[row.priority])
                .status(new Status(row.status), STATES[row.state])
                .people(new UserId(row.requester), user(row.submitter))
                .team(row.team == null ? null : new TeamId(row.team))
                .assignee(user(row.assignee))
                .category(row.category == null ? null : new CategoryId(row.category))
                .organisation(row.organisation == null ? null : new OrganisationId(row.organisation))
                .times(Instant.ofEpochMilli(row.created), Instant.ofEpochMilli(row.updated))
                .resolvedAt(row.resolved == null ? null : Instant.ofEpochMilli(row.resolved))
                .revision(new Revision(row.revision))
                .build();
        return new Ticket(summary, FieldValues.read(Overflow.text(row.fields, row.fieldsLarge)));
    }

    /** Reads a row as the driver gives it, whose types differ from database to database. */
    static TicketSummary summary(Object[] row) {
        return TicketSummary.builder()
                .identity(new TicketId(id(row[0])), number(row[1]))
                .type(TYPES[(int) number(row[2])])
                .subject((String) row[3])
                .priority(PRIORITIES[(int) number(row[4])])
                .status(new Status((String) row[5]), STATES[(int) number(row[6])])
                .people(new UserId(id(row[7])), row[8] == null ? null : new UserId(id(row[8])))
                .team(row[9] == null ? null : new TeamId(id(row[9])))
                .assignee(row[10] == null ? null : new UserId(id(row[10])))
                .times(Instant.ofEpochMilli(number(row[11])), Instant.ofEpochMilli(number(row[12])))
                .resolvedAt(row[13] == null ? null : Instant.ofEpochMilli(number(row[13])))
                .revision(new Revision(number(row[14])))
                .category(row[15] == null ? null : new CategoryId(id(row[15])))
                .organisation(row[16] == null ? null : new OrganisationId(id(row[16])))
                .build();
    }

    private static UUID id(Object value) {
        return value instanceof byte[] bytes ? Ids.of(bytes) : (UUID) value;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static @Nullable UserId user(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }
}
