package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.AddAbsence;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans absences. */
final class AddAbsenceHandler implements CommandHandler<AddAbsence, Absence> {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final ReturnTimers timers;

    @Inject
    AddAbsenceHandler(ReturnTimers timers) {
        this.timers = timers;
    }

    @Override
    public Class<AddAbsence> type() {
        return AddAbsence.class;
    }

    @Override
    public Set<UserId> mentions(AddAbsence command) {
        Set<UserId> users = new HashSet<>(Set.of(command.agent()));
        command.substitute().ifPresent(users::add);
        return users;
    }

    @Override
    public void check(AddAbsence command, Violations violations) {
        if (command.from().isBefore(Instant.EPOCH) || command.to().isAfter(LATEST)) {
            violations.add("from", "instant_out_of_range", "an absence lies between 1970 and 9999");
        } else if (!command.to().isAfter(command.from())) {
            violations.add("to", "ends_early", "an absence ends after it begins");
        }
        if (command.substitute().filter(command.agent()::equals).isPresent()) {
            violations.add("substitute", "oneself", "nobody stands in for oneself");
        }
    }

    @Override
    public Absence handle(AddAbsence command, Prepared prepared, Execution execution) {
        AgentRules.requireOneselfOr(execution.session(), command.agent());
        Violations found = new Violations();
        AgentRules.worksOnTickets("agent", command.agent(), execution, found);
        command.substitute().ifPresent(user -> AgentRules.worksOnTickets("substitute", user, execution, found));
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        Absence absence = new Absence(
                execution.newId(),
                command.agent(),
                command.from().truncatedTo(ChronoUnit.MILLIS),
                command.to().truncatedTo(ChronoUnit.MILLIS),
                command.substitute());
        execution.unit().routing().insert(absence);
        AgentRules.record(
                command.agent(),
                List.of(new FieldChange(
                        "absence." + absence.id(),
                        Optional.empty(),
                        Optional.of(new FieldValue.Text(absence.from() + "/" + absence.to())))),
                execution);
        timers.planned(absence, execution);
        return absence;
    }
}
