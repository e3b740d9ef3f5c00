package io.tikit.core.login;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.LoginEntry.Kind;
import io.tikit.api.login.Origin;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Execution;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the history of logins, and an event for what changes something. Refusals are no events: whoever knocks must not
 * be able to fill the log of the desk.
 */
final class LoginLog {
    private static final int LONGEST_AGENT = 300;
    private static final Map<Kind, String> EVENTS = new EnumMap<>(Map.of(
            Kind.SIGNED_IN, EventTypes.LOGIN_SUCCEEDED,
            Kind.LOCKED, EventTypes.LOGIN_LOCKED,
            Kind.UNLOCKED, EventTypes.LOGIN_UNLOCKED,
            Kind.PASSWORD_SET, EventTypes.LOGIN_PASSWORD_SET,
            Kind.SESSIONS_REVOKED, EventTypes.LOGIN_SESSIONS_REVOKED));

    private final Execution execution;
    private final Origin origin;
    private final Instant now;

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

    void write(Optional<UserId> user, Kind kind, String detail) {
        Optional<UserId> by = execution.session().actor() instanceof io.tikit.api.Actor.User actor
                ? Optional.of(actor.id()).filter(id -> !user.equals(Optional.of(id)))
                : Optional.empty();
        execution
                .unit()
                .logins()
                .history()
                .insert(new LoginEntry(
                        execution.newId(), now, user, by, new LoginEntry.Happening(kind, detail), origin));
        String type = EVENTS.get(kind);
        if (user.isPresent() && type != null) {
            execution.record(execution
                    .newEvent(now)
                    .happened(type, user.get().value(), 0)
                    .changes(
                            detail.isEmpty()
                                    ? List.of()
                                    : List.of(new FieldChange(
                                            "method", Optional.empty(), Optional.of(new FieldValue.Text(detail)))))
                    .build());
        }
    }
}
