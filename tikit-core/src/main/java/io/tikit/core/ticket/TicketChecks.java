package io.tikit.core.ticket;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks of what can be seen in a ticket command alone. Pure. */
public final class TicketChecks {
    static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_CHANGES = 200;
    private static final int MOST_DIGITS = 60;
    private static final int LONGEST_SOURCE = 40;
    private static final int LONGEST_EXTERNAL = 200;

    private TicketChecks() {}

    public static void changes(List<TicketChange> changes, Violations violations) {
        if (changes.size() > MOST_CHANGES) {
            violations.add(
                    "changes",
                    "too_many",
                    "at most " + MOST_CHANGES + " changes, not " + changes.size(),
                    Map.of("max", MOST_CHANGES));
            return;
        }
        for (int i = 0; i < changes.size(); i++) {
            String path = "changes[" + i + "]";
            TicketChange change = changes.get(i);
            if (change instanceof TicketChange.SetSubject set) {
                violations.line(path + ".value", set.value(), 1, LONGEST_SUBJECT);
            } else if (change instanceof TicketChange.SetField set) {
                key(path, set.key(), violations);
                value(path + ".value", set.value(), violations);
            } else if (change instanceof TicketChange.ClearField clear) {
                key(path, clear.key(), violations);
            }
        }
    }

    private static void key(String path, String key, Violations violations) {
        if (TicketFieldCatalog.customKey(TicketFields.CUSTOM_PREFIX + key).isEmpty()) {
            violations.add(
                    path + ".key",
                    "bad_key",
                    "a field key has lower-case letters, digits and underscores, begins with a letter and is at most 40"
                            + " characters long");
        }
    }

    /** Values must fit where every storage and index keeps them. */
    private static void value(String path, FieldValue value, Violations violations) {
        if (value instanceof FieldValue.Text text) {
            violations.body(path, text.value(), 0, LONGEST_TEXT);
        } else if (value instanceof FieldValue.Decimal decimal
                && (decimal.value().precision() > MOST_DIGITS
                        || Math.abs((long) decimal.value().scale()) > MOST_DIGITS)) {
            violations.add(
                    path,
                    "too_many_digits",
                    "a decimal has at most " + MOST_DIGITS + " digits",
                    Map.of("max", MOST_DIGITS));
        } else if (value instanceof FieldValue.Money money) {
            value(path, new FieldValue.Decimal(money.amount()), violations);
            if (FieldValue.Money.digits(money.currency()).isEmpty()) {
                String currency = money.currency();
                violations.addAll(List.of(FieldDefinition.unknownCurrency(
                        path, currency.length() > 10 ? currency.substring(0, 10) : currency)));
            }
        } else if (value instanceof FieldValue.Moment moment && !fits(moment.value())) {
            violations.add(path, "instant_out_of_range", "an instant must fit into a long of milliseconds");
        }
    }

    private static boolean fits(Instant instant) {
        return !instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))
                && !instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    public static void body(String path, String body, int least, Violations violations) {
        violations.body(path, body, least, LONGEST_BODY);
    }

    public static void key(Optional<IdempotencyKey> key, Violations violations) {
        key.ifPresent(k -> {
            violations.line("key.source", k.source(), 1, LONGEST_SOURCE);
            violations.line("key.externalId", k.externalId(), 1, LONGEST_EXTERNAL);
        });
    }

    /** The users that changes speak of. */
    public static Set<UserId> mentions(List<TicketChange> changes) {
        Set<UserId> users = new HashSet<>();
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetAssignee set) {
                users.add(set.value());
            } else if (change instanceof TicketChange.SetRequester set) {
                users.add(set.value());
            }
        }
        return users;
    }
}
