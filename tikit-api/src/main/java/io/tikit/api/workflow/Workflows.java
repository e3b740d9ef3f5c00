package io.tikit.api.workflow;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketType;
import java.util.List;

/**
 * Which statuses tickets go through. Answers from memory, at most a second behind what other nodes changed. Safe for use by
 * several threads.
 *
 * <p>Every method throws {@link io.tikit.api.error.UnavailableException} when the engine is closed or storage is down.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Workflows {
    /**
     * The statuses of tickets of a type, for everybody. Whoever does not work on tickets sees the labels for customers.
     *
     * @param type the type
     * @return the statuses in the order of the workflow, retired ones included
     */
    List<StatusInfo> statuses(TicketType type);

    /**
     * The workflow that tickets of a type follow, for those who work on tickets or see the configuration.
     *
     * @param type the type
     * @return its key, {@code default} if nothing else is said of the type
     * @throws io.tikit.api.error.NotPermittedException if the caller is neither
     */
    String keyOf(TicketType type);

    /**
     * A workflow as a graph, for those who work on tickets or see the configuration.
     *
     * @param key the key of the workflow, {@code default} for the one that is always there
     * @return the graph
     * @throws io.tikit.api.error.NotFoundException if there is no such workflow in use
     * @throws io.tikit.api.error.NotPermittedException if the caller is neither
     */
    WorkflowGraph graph(String key);

    /**
     * The same as JSON: an object with {@code key}, {@code initial}, {@code reopened}, {@code statuses} and
     * {@code transitions}.
     *
     * @param key the key of the workflow
     * @return the text
     * @throws io.tikit.api.error.NotFoundException if there is no such workflow in use
     * @throws io.tikit.api.error.NotPermittedException if the caller is neither
     */
    String json(String key);

    /**
     * The same as a state diagram of Mermaid, with all labels escaped.
     *
     * @param key the key of the workflow
     * @return the text
     * @throws io.tikit.api.error.NotFoundException if there is no such workflow in use
     * @throws io.tikit.api.error.NotPermittedException if the caller is neither
     */
    String mermaid(String key);
}
