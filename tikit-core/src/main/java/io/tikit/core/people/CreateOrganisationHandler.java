package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.time.Instant;

/** Makes organisations. */
final class CreateOrganisationHandler implements CommandHandler<CreateOrganisation, Organisation> {
    @Inject
    CreateOrganisationHandler() {}

    @Override
    public Class<CreateOrganisation> type() {
        return CreateOrganisation.class;
    }

    @Override
    public void check(CreateOrganisation command, Violations violations) {
        violations.line("name", command.name(), 1, OrganisationRules.LONGEST_NAME);
        OrganisationRules.domains(command.domains(), violations);
    }

    @Override
    public Organisation handle(CreateOrganisation command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.PEOPLE_CHANGE);
        Instant now = execution.time().instant();
        Organisation organisation = new Organisation(
                new OrganisationId(execution.newId()),
                command.name(),
                command.shared(),
                OrganisationRules.normal(command.domains()),
                false,
                now);
        execution.unit().organisations().insert(organisation);
        execution.record(execution
                .newEvent(now)
                .happened(EventTypes.ORGANISATION_CREATED, organisation.id().value(), 0)
                .changes(OrganisationRules.changes(null, organisation))
                .build());
        return organisation;
    }
}
