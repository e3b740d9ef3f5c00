package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Field;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The built-in fields of a ticket.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TicketFields {
    /** What stands before the key of a custom field. */
    public static final String CUSTOM_PREFIX = "field.";

    /**
     * What stands before the name of something that the host knows, such as {@code host.customer.tier}; needs
     * {@link io.tikit.api.condition.Need#HOST}.
     */
    public static final String HOST_PREFIX = "host.";

    /** The serial of the number. */
    public static final Field<Long> NUMBER = Field.of("number", FieldValue.Whole::new);
    /** The subject. */
    public static final Field<String> SUBJECT = Field.of("subject", FieldValue.Text::new);
    /** The type. */
    public static final Field<TicketType> TYPE = Field.of("type", FieldValue.Choice::of);
    /** The priority. */
    public static final Field<Priority> PRIORITY = Field.of("priority", FieldValue.Choice::of);
    /** The status. */
    public static final StatusField STATUS = new StatusField();
    /** The state. */
    public static final Field<State> STATE = Field.of("state", FieldValue.Choice::of);
    /** Whom it is for. */
    public static final Field<UserId> REQUESTER = Field.of("requester", id -> new FieldValue.Id(id.value()));
    /** Who entered it. */
    public static final Field<UserId> SUBMITTER = Field.of("submitter", id -> new FieldValue.Id(id.value()));
    /** In whose queue it is. */
    public static final Field<TeamId> TEAM = Field.of("team", id -> new FieldValue.Id(id.value()));
    /** Who works on it. */
    public static final Field<UserId> ASSIGNEE = Field.of("assignee", id -> new FieldValue.Id(id.value()));
    /** What it is about, a node of the tree of categories. */
    public static final Field<CategoryId> CATEGORY = Field.of("category", id -> new FieldValue.Id(id.value()));
    /** The requester's organisation that it belongs to. */
    public static final Field<OrganisationId> ORGANISATION =
            Field.of("organisation", id -> new FieldValue.Id(id.value()));
    /** When it was created. */
    public static final Field<Instant> CREATED = Field.of("created", FieldValue.Moment::new);
    /** When it last changed. */
    public static final Field<Instant> UPDATED = Field.of("updated", FieldValue.Moment::new);
    /** Since when it is resolved. */
    public static final Field<Instant> RESOLVED = Field.of("resolved", FieldValue.Moment::new);

    private TicketFields() {}

    /**
     * A custom field that holds text.
     *
     * @param key its key
     * @return the field
     */
    public static Field<String> custom(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Text::new);
    }

    /**
     * A custom field that holds a whole number.
     *
     * @param key its key
     * @return the field
     */
    public static Field<Long> customWhole(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Whole::new);
    }

    /**
     * A custom field that holds a decimal number.
     *
     * @param key its key
     * @return the field
     */
    public static Field<BigDecimal> customDecimal(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Decimal::new);
    }

    /**
     * A custom field that holds yes or no.
     *
     * @param key its key
     * @return the field
     */
    public static Field<Boolean> customFlag(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Flag::new);
    }

    /**
     * A custom field that holds an instant.
     *
     * @param key its key
     * @return the field
     */
    public static Field<Instant> customMoment(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Moment::new);
    }

    /**
     * A custom field that holds a day.
     *
     * @param key its key
     * @return the field
     */
    public static Field<LocalDate> customDay(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Day::new);
    }

    /**
     * A custom field that holds money.
     *
     * @param key its key, without the prefix
     * @return the field
     */
    public static Field<FieldValue.Money> customMoney(String key) {
        return Field.of(CUSTOM_PREFIX + key, money -> money);
    }

    /**
     * A custom field that holds a reference.
     *
     * @param key its key
     * @return the field
     */
    public static Field<UUID> customId(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Id::new);
    }

    /**
     * A custom field that holds one of a list.
     *
     * @param key its key
     * @return the field
     */
    public static Field<FieldOption> customChoice(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldOption::value);
    }

    /**
     * A custom field that holds any number of a list. It is a value when it holds all choices of that value.
     *
     * @param key its key
     * @return the field
     */
    public static Field<List<String>> customChoices(String key) {
        return Field.of(CUSTOM_PREFIX + key, FieldValue.Choices::new);
    }

    /**
     * A text that the host knows of its own objects. Needs {@link io.tikit.api.condition.Need#HOST}. For other types of
     * values see {@link Field#of}.
     *
     * @param name one to three names with points between, such as {@code customer.tier}
     * @return the field
     */
    public static Field<String> host(String name) {
        return Field.of(HOST_PREFIX + name, FieldValue.Text::new);
    }

    /** The status, which knows about states. Immutable. */
    public static final class StatusField extends Field<Status> {
        private StatusField() {
            super("status", status -> new FieldValue.Text(status.key()));
        }

        /**
         * The ticket is neither resolved nor closed.
         *
         * @return the condition
         */
        public Condition isOpen() {
            return STATE.isIn(
                    Arrays.stream(State.values()).filter(State::isOpen).toList());
        }
    }
}
