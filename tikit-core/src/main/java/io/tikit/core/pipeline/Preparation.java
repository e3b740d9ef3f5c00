package io.tikit.core.pipeline;

import io.tikit.api.Command;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.TicketChange;
import java.util.List;
import java.util.function.Predicate;

/** Asks whoever may be slow about a command, before its unit of work begins. */
public interface Preparation {
    /** Whether there is nobody to ask about any command. */
    boolean isEmpty();

    /**
     * Asks about one command; once, however often it is tried.
     *
     * @param takes tells which changes may be added to the command
     * @param refusals takes the reasons why it must not be carried out
     */
    Learned ask(Session session, Command<?> command, Predicate<List<TicketChange>> takes, Violations refusals);

    /**
     * What is known about a command beyond itself.
     *
     * @param facts what was said, to be kept with its event
     * @param added what to set or clear beyond what the command says
     */
    record Learned(List<Fact> facts, List<TicketChange> added) {
        public static final Learned NOTHING = new Learned(List.of(), List.of());

        public Learned {
            facts = List.copyOf(facts);
            added = List.copyOf(added);
        }
    }
}
