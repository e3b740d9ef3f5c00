package io.tikit.core.configuration;

import io.tikit.api.access.Permission;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.PlannedChange;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.EventTypes;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries out plans. */
final class ApplyHandler implements CommandHandler<ApplyConfiguration, List<Document>> {
    private final DocumentChanger changer;
    private final Kinds kinds;

    @Inject
    ApplyHandler(DocumentChanger changer, Kinds kinds) {
        this.changer = changer;
        this.kinds = kinds;
    }

    @Override
    public Class<ApplyConfiguration> type() {
        return ApplyConfiguration.class;
    }

    @Override
    public void check(ApplyConfiguration command, Violations violations) {
        if (command.plan().changes().size() > DraftCheck.MOST_DOCUMENTS) {
            violations.add(
                    "plan",
                    "too_many",
                    "a plan changes at most " + DraftCheck.MOST_DOCUMENTS + " documents",
                    Map.of("max", DraftCheck.MOST_DOCUMENTS));
        }
    }

    @Override
    public List<Document> handle(ApplyConfiguration command, Prepared prepared, Execution execution) {
        ConfigurationPlan plan = command.plan();
        if (plan.isEmpty()) {
            Access.require(execution.session(), Permission.CONFIGURATION);
            requireBase(plan, execution.unit().configuration().revision());
            return List.of();
        }
        return changer.change(execution, EventTypes.CONFIGURATION_APPLIED, before -> {
            requireBase(plan, before.revision());
            List<Draft> drafts = new ArrayList<>();
            for (PlannedChange change : plan.changes()) {
                drafts.add(new Draft(change.id() + ".", change.id(), change.after(), kinds.format(change.id())));
            }
            return drafts;
        });
    }

    private static void requireBase(ConfigurationPlan plan, long revision) {
        if (plan.revision() != revision) {
            throw new ConflictException(
                    ErrorCode.CONFIGURATION_CONFLICT,
                    "the plan was made for revision " + plan.revision() + " of the configuration, which is at "
                            + revision + " now; make a new plan");
        }
    }
}
