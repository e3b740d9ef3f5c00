package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.User;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets people join and leave organisations. The user is locked, so that the first organisation is one of theirs. */
final class ChangeMembershipHandler implements CommandHandler<ChangeMembership, List<Organisation>> {
    private final KnownPeople known;

    @Inject
    ChangeMembershipHandler(KnownPeople known) {
        this.known = known;
    }

    private static Optional<OrganisationId> first(User user, List<Organisation> before, ChangeMembership command) {
        OrganisationId id = command.organisation();
        return switch (command.kind()) {
            case JOIN -> user.organisation().isPresent() ? user.organisation() : Optional.of(id);
            case JOIN_AS_FIRST -> Optional.of(id);
            case LEAVE ->
                user.organisation().filter(first -> !first.equals(id)).isPresent()
                        ? user.organisation()
                        : before.stream()
                                .map(Organisation::id)
                                .filter(one -> !one.equals(id))
                                .findFirst();
        };
    }

    @Override
    public Class<ChangeMembership> type() {
        return ChangeMembership.class;
    }

    @Override
    public void check(ChangeMembership command, Violations violations) {}

    @Override
    public List<Organisation> handle(ChangeMembership command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.PEOPLE_CHANGE);
        User user = execution
                .unit()
                .users()
                .lock(command.user())
                .orElseThrow(
                        () -> new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + command.user()));
        Organisation organisation = OrganisationRules.locked(command.organisation(), execution);
        List<Organisation> before = execution.unit().organisations().ofMember(user.id());
        boolean member = before.stream().anyMatch(one -> one.id().equals(organisation.id()));
        boolean leaves = command.kind() == ChangeMembership.Kind.LEAVE;
        if (!leaves && !member && organisation.retired()) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "organisation",
                            "unknown_organisation",
                            "organisation " + organisation.id() + " is retired",
                            Map.of("organisation", organisation.id().toString())));
        }
        if (leaves && member) {
            execution.unit().organisations().leave(organisation.id(), user.id());
        } else if (!leaves && !member) {
            Access.requireMayAdmit(execution.session(), organisation.id(), user.role());
            execution.unit().organisations().join(organisation.id(), user.id());
        }
        User after = user.withOrganisation(first(user, before, command));
        List<FieldChange> changes = new ArrayList<>(UserChanges.between(user, after));
        if (leaves == member) {
            Optional<FieldValue> id =
                    Optional.of(new FieldValue.Id(organisation.id().value()));
            changes.add(
                    new FieldChange("organisations", leaves ? id : Optional.empty(), leaves ? Optional.empty() : id));
        }
        if (!changes.isEmpty()) {
            execution.unit().users().update(after);
            execution.record(execution
                    .newEvent(execution.time().instant())
                    .happened(EventTypes.USER_MEMBERSHIP_CHANGED, user.id().value(), 0)
                    .changes(changes)
                    .build());
            execution.afterCommit(() -> known.forget(execution.session().tenant(), after));
        }
        return OrganisationService.firstFirst(execution.unit().organisations().ofMember(user.id()), after);
    }
}
