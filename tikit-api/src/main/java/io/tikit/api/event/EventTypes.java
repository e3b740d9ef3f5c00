package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.UUID;

/**
 * The types of the engine's own events. The list grows; treat an unknown type as uninteresting.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class EventTypes {
    /** A ticket was opened. */
    public static final String TICKET_CREATED = "ticket.created";
    /** A ticket was changed. */
    public static final String TICKET_UPDATED = "ticket.updated";
    /** Somebody replied on a ticket. */
    public static final String TICKET_REPLIED = "ticket.replied";
    /** Somebody wrote a note on a ticket; hidden from customers. */
    public static final String TICKET_NOTED = "ticket.noted";
    /** A ticket was linked with another one; hidden like notes, and in the history of both. */
    public static final String TICKET_LINKED = "ticket.linked";
    /** A link of a ticket was taken away; hidden like notes, and in the history of both. */
    public static final String TICKET_UNLINKED = "ticket.unlinked";
    /** A ticket will be closed soon unless somebody moves it on; the fact {@code closes_at} says when. */
    public static final String TICKET_CLOSING_ANNOUNCED = "ticket.closing_announced";
    /** A suggestion for a field was accepted or rejected without changing the field. */
    public static final String TICKET_SUGGESTION_JUDGED = "ticket.suggestion_judged";
    /** A user was made known. */
    public static final String USER_CREATED = "user.created";
    /** A user was changed. */
    public static final String USER_UPDATED = "user.updated";
    /** A team was made. */
    public static final String TEAM_CREATED = "team.created";
    /** A team was changed. */
    public static final String TEAM_UPDATED = "team.updated";
    /** An agent was set up for routing, came, went, or planned an absence; the subject is the user. */
    public static final String AGENT_UPDATED = "agent.updated";

    /** Somebody signed in at the desk itself; the subject of this and all events of logins is the user. */
    public static final String LOGIN_SUCCEEDED = "login.succeeded";
    /** An account was locked for a while after failures. */
    public static final String LOGIN_LOCKED = "login.locked";
    /** An administrator ended a lock. */
    public static final String LOGIN_UNLOCKED = "login.unlocked";
    /** A password was set. */
    public static final String LOGIN_PASSWORD_SET = "login.password_set";
    /** Sessions were revoked. */
    public static final String LOGIN_SESSIONS_REVOKED = "login.sessions_revoked";
    /** Somebody was asked to come. */
    public static final String USER_INVITED = "user.invited";
    /** Somebody left; their open tickets are being handed over. */
    public static final String USER_DEACTIVATED = "user.deactivated";
    /** Somebody joined or left an organisation. */
    public static final String USER_MEMBERSHIP_CHANGED = "user.membership_changed";
    /** An organisation was made. */
    public static final String ORGANISATION_CREATED = "organisation.created";
    /** An organisation was changed. */
    public static final String ORGANISATION_UPDATED = "organisation.updated";
    /** A category was made. */
    public static final String CATEGORY_CREATED = "category.created";
    /** A category was renamed, moved or taken up again. */
    public static final String CATEGORY_UPDATED = "category.updated";
    /** A category was taken out of use; its open tickets are being moved. */
    public static final String CATEGORY_RETIRED = "category.retired";
    /** A mail to set a password was made. */
    public static final String LOGIN_MAIL_MADE = "login.mail_made";
    /** A second factor was added. */
    public static final String LOGIN_FACTOR_ADDED = "login.factor_added";
    /** Second factors were removed. */
    public static final String LOGIN_FACTOR_REMOVED = "login.factor_removed";
    /** Recovery codes were made. */
    public static final String LOGIN_RECOVERY_MADE = "login.recovery_made";
    /** An API key was made. */
    public static final String LOGIN_KEY_MADE = "login.key_made";
    /** An API key was used for the first time. */
    public static final String LOGIN_KEY_USED = "login.key_used";
    /** An API key got a successor. */
    public static final String LOGIN_KEY_ROTATED = "login.key_rotated";
    /** An API key was revoked. */
    public static final String LOGIN_KEY_REVOKED = "login.key_revoked";
    /** Somebody began to act as the subject. */
    public static final String LOGIN_ACTING_BEGAN = "login.acting_began";
    /** Somebody ceased to act as the subject. */
    public static final String LOGIN_ACTING_ENDED = "login.acting_ended";

    /** A document of the configuration was made or changed. */
    public static final String CONFIGURATION_SAVED = "configuration.saved";
    /** A document of the configuration was retired or taken up again. */
    public static final String CONFIGURATION_RETIRED = "configuration.retired";
    /** A document of the configuration went back to an earlier version. */
    public static final String CONFIGURATION_ROLLED_BACK = "configuration.rolled_back";
    /** A plan was applied to the configuration. */
    public static final String CONFIGURATION_APPLIED = "configuration.applied";

    /**
     * The subject of all events about the configuration of a desk, which counts its revisions as a whole. Their changes
     * name documents, such as {@code field/floor}, with the version before and after.
     */
    public static final UUID CONFIGURATION_SUBJECT = new UUID(0, 1);

    private EventTypes() {}
}
