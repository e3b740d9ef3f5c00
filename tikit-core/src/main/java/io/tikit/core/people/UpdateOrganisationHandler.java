package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.UpdateOrganisation;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;

/** Changes organisations. */
final class UpdateOrganisationHandler implements CommandHandler<UpdateOrganisation, Organisation> {
    @Inject
    UpdateOrganisationHandler() {}

    @Override
    public Class<UpdateOrganisation> type() {
        return UpdateOrganisation.class;
    }

    @Override
    public void check(UpdateOrganisation command, Violations violations) {
        command.name().ifPresent(name -> violations.line("name", name, 1, OrganisationRules.LONGEST_NAME));
        command.domains().ifPresent(domains -> OrganisationRules.domains(domains, violations));
    }

    @Override
    public Organisation handle(UpdateOrganisation command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.PEOPLE_CHANGE);
        Organisation before = OrganisationRules.locked(command.id(), execution);
        Organisation after = new Organisation(
                before.id(),
                command.name().orElse(before.name()),
                command.shared().orElse(before.shared()),
                command.domains().map(OrganisationRules::normal).orElse(before.domains()),
                command.retired().orElse(before.retired()),
                before.createdAt());
        if (after.equals(before)) {
            return before;
        }
        if (after.shared() && !before.shared()) {
            Access.requireMayShare(execution.session(), after.id());
        }
        execution.unit().organisations().update(before, after);
        execution.record(execution
                .newEvent(execution.time().instant())
                .happened(EventTypes.ORGANISATION_UPDATED, after.id().value(), 0)
                .changes(OrganisationRules.changes(before, after))
                .build());
        return after;
    }
}
