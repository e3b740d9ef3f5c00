package io.tikit.core.access;

/** What a role may be allowed to do. */
public enum Permission {
    /** Open tickets for oneself. */
    TICKET_CREATE,
    /** Open tickets for others. */
    TICKET_CREATE_FOR_OTHERS,
    /** See all tickets of the desk instead of one's own. */
    TICKET_SEE_ALL,
    /** Change any field of a ticket that one sees. */
    TICKET_CHANGE,
    /** Write replies on tickets that one sees. */
    REPLY,
    /** Read and write notes. */
    NOTES,
    /** See users and teams. */
    PEOPLE_SEE,
    /** Make and change users and teams, except administrators. */
    PEOPLE_CHANGE,
    /** Make and change administrators. */
    ADMINS_CHANGE,
    /** Listen to events. */
    EVENTS,
    /** Schedule, cancel and see timers. */
    TIMERS,
    /** See and change what the desk is set up as. */
    CONFIGURATION
}
