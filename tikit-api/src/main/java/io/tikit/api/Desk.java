package io.tikit.api;

import io.tikit.api.access.Permissions;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.Attachments;
import io.tikit.api.calendar.Calendars;
import io.tikit.api.category.Categories;
import io.tikit.api.condition.Conditions;
import io.tikit.api.configuration.Configuration;
import io.tikit.api.conversation.Conversations;
import io.tikit.api.event.Events;
import io.tikit.api.form.Forms;
import io.tikit.api.link.Links;
import io.tikit.api.login.LoginAdministration;
import io.tikit.api.login.OwnLogin;
import io.tikit.api.message.Messages;
import io.tikit.api.people.Organisations;
import io.tikit.api.people.People;
import io.tikit.api.people.PeopleTransfer;
import io.tikit.api.routing.Routing;
import io.tikit.api.search.Search;
import io.tikit.api.suggestion.Suggestions;
import io.tikit.api.ticket.Tickets;
import io.tikit.api.timer.Timers;
import io.tikit.api.workflow.Workflows;
import java.util.List;

/**
 * A caller's handle to a tenant's help desk. Immutable, cheap, holds no connection and needs no closing. Every service
 * below acts as the caller, within the caller's tenant, and checks the caller's permission.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Desk {
    /**
     * Says in whose name this desk acts.
     *
     * @return the caller it was made for
     */
    Caller caller();

    /**
     * Tickets: create, change, read, list, history.
     *
     * @return the service, bound to this desk's caller
     */
    Tickets tickets();

    /**
     * What people write to each other on a ticket: replies and notes.
     *
     * @return the service, bound to this desk's caller
     */
    Conversations conversations();

    /**
     * Files on tickets: take in, read, list.
     *
     * @return the service, bound to this desk's caller
     */
    Attachments attachments();

    /**
     * Users and teams.
     *
     * @return the service, bound to this desk's caller
     */
    People people();

    /**
     * People from files and into files.
     *
     * @return the service, bound to this desk's caller
     */
    PeopleTransfer peopleTransfer();

    /**
     * The caller's own ways in: password, sessions, history.
     *
     * @return the service, bound to this desk's caller
     */
    OwnLogin login();

    /**
     * The ways in of others, for those who look after them.
     *
     * @return the service, bound to this desk's caller
     */
    LoginAdministration loginAdministration();

    /**
     * The organisations of requesters.
     *
     * @return the service, bound to this desk's caller
     */
    Organisations organisations();

    /**
     * The tree of what tickets are about.
     *
     * @return the service, bound to this desk's caller
     */
    Categories categories();

    /**
     * How tickets belong together.
     *
     * @return the service
     */
    Links links();

    /**
     * Full text over what the caller may read.
     *
     * @return the service, bound to this desk's caller
     */
    Search search();

    /**
     * Conditions as text and JSON, and the fields they speak of.
     *
     * @return the service, bound to this desk's caller
     */
    Conditions conditions();

    /**
     * Events after their commit: live listeners and durable subscriptions.
     *
     * @return the service, bound to this desk's caller
     */
    Events events();

    /**
     * Texts for people, in the locale and zone of this desk's caller.
     *
     * @return the texts
     */
    Messages messages();

    /**
     * What is to happen later.
     *
     * @return the service, bound to this desk's caller
     */
    Timers timers();

    /**
     * The business calendars of the desk.
     *
     * @return the calendars
     */
    Calendars calendars();

    /**
     * Who may what, and why.
     *
     * @return a service that acts as this caller
     */
    Permissions access();

    /**
     * What administrators set up: documents with versions and history, export and import.
     *
     * @return the service, bound to this desk's caller
     */
    Configuration configuration();

    /**
     * Who gets a ticket: rules, agents and queues.
     *
     * @return the service, bound to this desk's caller
     */
    Routing routing();

    /**
     * Values that are suggested for fields of tickets.
     *
     * @return the service, bound to this desk's caller
     */
    Suggestions suggestions();

    /**
     * The statuses that tickets go through.
     *
     * @return the service, bound to this desk's caller
     */
    Workflows workflows();

    /**
     * Which fields a ticket has for this caller, and what they demand.
     *
     * @return the service
     */
    Forms forms();

    /**
     * Carries out several commands in one unit of work: all of them or none. Each is checked and recorded as if it had
     * been given alone. Tickets are locked in the order of the commands, so give them in a stable order (for instance by
     * id) when several threads change the same tickets.
     *
     * @param commands 1 to 100 commands
     * @return the result of each
     * @throws io.tikit.api.error.TikitException what the first failing command throws; nothing is written then
     */
    Results together(List<? extends Command<?>> commands);
}
