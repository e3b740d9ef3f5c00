package io.tikit.core.login;

import io.tikit.api.Actor;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.Origin;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the history of logins, and an event for what changes something. Refusals are no events: whoever knocks must not
 * be able to fill the log of the desk.
 */
final class LoginLog {
    private static final int LONGEST_AGENT = 300;
    private static final Map<Kind, String> EVENTS = Map.ofEntries(
            Map.entry(Kind.SIGNED_IN, EventTypes.LOGIN_SUCCEEDED),
            Map.entry(Kind.LOCKED, EventTypes.LOGIN_LOCKED),
            Map.entry(Kind.UNLOCKED, EventTypes.LOGIN_UNLOCKED),
            Map.entry(Kind.PASSWORD_SET, EventTypes.LOGIN_PASSWORD_SET),
            Map.entry(Kind.SESSIONS_REVOKED, EventTypes.LOGIN_SESSIONS_REVOKED),
            Map.entry(Kind.TOKEN_SENT, EventTypes.LOGIN_MAIL_MADE),
            Map.entry(Kind.FACTOR_ADDED, EventTypes.LOGIN_FACTOR_ADDED),
            Map.entry(Kind.FACTOR_REMOVED, EventTypes.LOGIN_FACTOR_REMOVED),
            Map.entry(Kind.RECOVERY_MADE, EventTypes.LOGIN_RECOVERY_MADE),
            Map.entry(Kind.KEY_MADE, EventTypes.LOGIN_KEY_MADE),
            Map.entry(Kind.KEY_USED, EventTypes.LOGIN_KEY_USED),
            Map.entry(Kind.KEY_ROTATED, EventTypes.LOGIN_KEY_ROTATED),
            Map.entry(Kind.KEY_REVOKED, EventTypes.LOGIN_KEY_REVOKED),
            Map.entry(Kind.ACTING_BEGAN, EventTypes.LOGIN_ACTING_BEGAN),
            Map.entry(Kind.ACTING_ENDED, EventTypes.LOGIN_ACTING_ENDED));

    private final Execution execution;
    private final Origin origin;
    private final Instant now;
    private String reason = "";
    private Optional<Instant> until = Optional.empty();

    LoginLog(Execution execution, Origin origin) {
        this.execution = execution;
        this.origin = origin;
        now = execution.time().instant();
    }

    /** Of the engine's making: addresses in one form, texts that fit. */
    static Origin clean(Origin origin) {
        String agent = origin.agent().replaceAll("\\p{Cntrl}", " ");
        int length = Math.min(agent.length(), LONGEST_AGENT);
        if (length > 0 && Character.isHighSurrogate(agent.charAt(length - 1))) {
            length--;
        }
        return new Origin(AddressList.plain(origin.address()), agent.substring(0, length), origin.channel());
    }

    /** What somebody gave as a reason, and when it ends at the latest; both go into the event. */
    LoginLog because(String why, Instant end) {
        reason = why;
        until = Optional.of(end);
        return this;
    }

    /** Somebody acts as somebody else: one event, about the other, and a line in both histories. */
    void both(UserId actor, UserId other, Kind kind, String how) {
        write(Optional.of(other), Optional.of(actor), kind, how);
        insert(Optional.of(actor), Optional.of(other), kind, how.isEmpty() ? "as_other" : "as_other_" + how);
    }

    void write(Optional<UserId> user, Kind kind, String detail) {
        Optional<UserId> by = execution.session().actor() instanceof Actor.User actor
                ? Optional.of(actor.id()).filter(id -> !user.equals(Optional.of(id)))
                : Optional.empty();
        write(user, by, kind, detail);
    }

    private void write(Optional<UserId> user, Optional<UserId> by, Kind kind, String detail) {
        insert(user, by, kind, detail);
        String type = EVENTS.get(kind);
        if (user.isPresent() && type != null) {
            List<FieldChange> changes = new ArrayList<>();
            add(changes, "method", detail);
            add(changes, "reason", reason);
            until.ifPresent(end ->
                    changes.add(new FieldChange("until", Optional.empty(), Optional.of(new FieldValue.Moment(end)))));
            execution.record(execution
                    .newEvent(now)
                    .happened(type, user.get().value(), 0)
                    .changes(changes)
                    .build());
        }
    }

    private static void add(List<FieldChange> changes, String field, String text) {
        if (!text.isEmpty()) {
            changes.add(new FieldChange(field, Optional.empty(), Optional.of(new FieldValue.Text(text))));
        }
    }

    private void insert(Optional<UserId> user, Optional<UserId> by, Kind kind, String detail) {
        execution
                .unit()
                .logins()
                .history()
                .insert(new LoginEntry(
                        execution.newId(), now, user, by, new LoginEntry.Happening(kind, detail), origin));
    }
}
