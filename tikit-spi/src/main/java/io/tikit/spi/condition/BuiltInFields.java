package io.tikit.spi.condition;

import io.tikit.api.condition.Field;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.Need;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What conditions and lists know of the built-in fields, by key. */
final class BuiltInFields {
    static final Map<String, FieldInfo> ALL = Stream.of(
                    sortable(plain(TicketFields.NUMBER, FieldKind.WHOLE, "Number")),
                    plain(TicketFields.SUBJECT, FieldKind.TEXT, "Subject"),
                    sortable(choice(TicketFields.TYPE, "Type", TicketType.values())),
                    sortable(choice(TicketFields.PRIORITY, "Priority", Priority.values())),
                    plain(TicketFields.STATUS, FieldKind.TEXT, "Status"),
                    sortable(choice(TicketFields.STATE, "State", State.values())),
                    anchor(plain(TicketFields.REQUESTER, FieldKind.ID, "Requester")),
                    plain(TicketFields.SUBMITTER, FieldKind.ID, "Submitter"),
                    anchor(plain(TicketFields.TEAM, FieldKind.ID, "Team")),
                    anchor(plain(TicketFields.ASSIGNEE, FieldKind.ID, "Assignee")),
                    plain(TicketFields.CATEGORY, FieldKind.ID, "Category"),
                    anchor(plain(TicketFields.ORGANISATION, FieldKind.ID, "Organisation")),
                    sortable(plain(TicketFields.CREATED, FieldKind.MOMENT, "Created")),
                    sortable(plain(TicketFields.UPDATED, FieldKind.MOMENT, "Updated")),
                    sortable(plain(TicketFields.RESOLVED, FieldKind.MOMENT, "Resolved")))
            .collect(Collectors.toUnmodifiableMap(FieldInfo::key, Function.identity()));

    private BuiltInFields() {}

    private static FieldInfo plain(Field<?> field, FieldKind kind, String label) {
        return new FieldInfo(field.key(), FieldDefinition.of(field.key(), kind, label), Need.STATE, false, false);
    }

    private static FieldInfo choice(Field<?> field, String label, Enum<?>[] constants) {
        List<FieldOption> options = Arrays.stream(constants)
                .map(constant -> new FieldOption(constant.name(), rank(constant), constant.name(), false))
                .toList();
        return new FieldInfo(
                field.key(), FieldDefinition.choice(field.key(), label, options), Need.STATE, false, false);
    }

    @SuppressWarnings("EnumOrdinal") // the order of declaration is documented as the order of the list
    private static int rank(Enum<?> constant) {
        return constant.ordinal();
    }

    private static FieldInfo sortable(FieldInfo field) {
        return new FieldInfo(field.key(), field.definition(), field.need(), true, false);
    }

    private static FieldInfo anchor(FieldInfo field) {
        return new FieldInfo(field.key(), field.definition(), field.need(), false, true);
    }
}
