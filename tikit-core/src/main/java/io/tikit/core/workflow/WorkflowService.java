package io.tikit.core.workflow;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.ticket.TicketType;
import io.tikit.api.workflow.StatusInfo;
import io.tikit.api.workflow.WorkflowGraph;
import io.tikit.api.workflow.Workflows;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Session;
import java.util.List;
import java.util.function.Supplier;

/** The workflows for one caller. */
public final class WorkflowService implements Workflows {
    private final Supplier<Session> session;
    private final Lifecycles lifecycles;

    public WorkflowService(Supplier<Session> session, Lifecycles lifecycles) {
        this.session = session;
        this.lifecycles = lifecycles;
    }

    @Override
    public List<StatusInfo> statuses(TicketType type) {
        Session who = session.get();
        return WorkflowGraphs.statuses(
                lifecycles.recent(who.tenant()).of(type), Access.worksOnTickets(who, who.role()));
    }

    @Override
    public String keyOf(TicketType type) {
        return lifecycles.recent(worker().tenant()).of(type).key();
    }

    @Override
    public WorkflowGraph graph(String key) {
        return lifecycles
                .recent(worker().tenant())
                .find(key)
                .map(WorkflowGraphs::of)
                .orElseThrow(() -> new NotFoundException(
                        ErrorCode.DOCUMENT_NOT_FOUND, "there is no workflow '" + key + "' in use"));
    }

    @Override
    public String json(String key) {
        return WorkflowGraphs.json(graph(key));
    }

    @Override
    public String mermaid(String key) {
        return WorkflowGraphs.mermaid(graph(key));
    }

    private Session worker() {
        Session who = session.get();
        if (!Access.may(who, Permission.CONFIGURATION_SEE)) {
            Access.require(who, Permission.TICKET_CHANGE);
        }
        return who;
    }
}
