package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a role may be allowed to do. Each has a stable key, by which documents name it: a group, a dot and an action. Some
 * are held on tickets and may be given for some of them only, see {@link Scope}; the others are held of the whole desk.
 * Whoever does something on a ticket must also see it.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum Permission {
    /** Open tickets for oneself and describe them: subject, type, priority and custom fields. */
    TICKET_CREATE("ticket.create", true, Role.MANAGER, Role.AGENT, Role.CUSTOMER),
    /** Open tickets for others. */
    TICKET_CREATE_FOR_OTHERS("ticket.create_for_others", true, Role.MANAGER, Role.AGENT),
    /** See tickets, with what is written on them for everybody, their files and their history. */
    TICKET_SEE("ticket.see", true, Role.MANAGER, Role.AGENT, Role.CUSTOMER),
    /** Change any field of a ticket but its assignee. */
    TICKET_CHANGE("ticket.change", true, Role.MANAGER, Role.AGENT),
    /** Give a ticket to somebody who works on tickets, and take it away. */
    TICKET_ASSIGN("ticket.assign", true, Role.MANAGER, Role.AGENT),
    /** Take a ticket that nobody has from the queue of a team of one's own, and put back what one has. */
    TICKET_TAKE("ticket.take", true, Role.MANAGER, Role.AGENT),
    /** Take a ticket from whoever has it. */
    TICKET_STEAL("ticket.steal", true, Role.MANAGER),
    /** Let a ticket go by a change to where one may no longer change it. */
    TICKET_MOVE("ticket.move", true, Role.MANAGER, Role.AGENT),
    /** Say that a ticket is solved. Whoever may change a ticket may do so anyway. */
    TICKET_RESOLVE("ticket.resolve", true, Role.MANAGER, Role.AGENT, Role.CUSTOMER),
    /** Link tickets with each other, for those who may do so on both. */
    TICKET_LINK("ticket.link", true, Role.MANAGER, Role.AGENT),
    /** Give a ticket a lower priority. Whoever may change a ticket may give it a higher one. */
    PRIORITY_LOWER("ticket.lower_priority", true, Role.MANAGER, Role.AGENT),
    /** Write replies, and upload files. */
    REPLY("ticket.reply", true, Role.MANAGER, Role.AGENT, Role.CUSTOMER),
    /** Read notes, and the facts in the history. */
    NOTE_READ("note.read", true, Role.MANAGER, Role.AGENT),
    /** Write notes. */
    NOTE_WRITE("note.write", true, Role.MANAGER, Role.AGENT),
    /** See what was suggested for tickets, and judge it on those one may change. */
    SUGGESTION_SEE("suggestion.see", true, Role.MANAGER, Role.AGENT),
    /** See users and teams. */
    PEOPLE_SEE("people.see", false, Role.MANAGER, Role.AGENT),
    /** Make and change users and teams whose roles hold no more than one's own. */
    PEOPLE_CHANGE("people.change", false, Role.MANAGER),
    /** Make, move and retire categories; built into managers. */
    CATEGORY_CHANGE("category.change", false, Role.MANAGER),
    /** Make and change administrators, for those who hold everything else. */
    ADMINS_CHANGE("people.change_admins", false),
    /** Look after the passwords, factors and sessions of others, except administrators, and see all logins. */
    LOGINS("login.look_after", false, Role.MANAGER),
    /** Act as somebody else who may do no more than oneself. */
    ACT_AS("login.act_as", false),
    /** Ask what others may do, and why. */
    ACCESS_EXPLAIN("access.explain", false, Role.MANAGER),
    /** Listen to all events; only for roles that see all tickets, notes and fields. */
    EVENTS("events.listen", false),
    /** Schedule, cancel and see timers; only for roles that see all tickets. */
    TIMERS("timer.change", false),
    /** Set up agents for routing, say for others whether they are there, and have queues given out. */
    AGENTS_CHANGE("agents.change", false, Role.MANAGER),
    /** Give an agent more tickets than the agent's capacity. */
    CAPACITY_EXCEED("agents.exceed_capacity", false, Role.MANAGER),
    /** See how the desk is set up. */
    CONFIGURATION_SEE("configuration.see", false),
    /** Change how the desk is set up; roles only as far as they hold no more than one's own. */
    CONFIGURATION("configuration.change", false);

    private final String key;
    private final boolean onTickets;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Role> builtIn;

    Permission(String key, boolean onTickets, Role... builtIn) {
        this.key = key;
        this.onTickets = onTickets;
        this.builtIn = Set.of(builtIn);
    }

    /**
     * The key.
     *
     * @return such as {@code ticket.see}, always the same
     */
    public String key() {
        return key;
    }

    /**
     * Tells whether it is held on tickets and may be given for some of them only.
     *
     * @return whether it is; otherwise it is held of the whole desk
     */
    public boolean isOnTickets() {
        return onTickets;
    }

    /**
     * Tells whether a built-in role holds it, as long as no document says otherwise. Customers hold what is on tickets
     * on their own ones.
     *
     * @param role a role
     * @return whether it does; an administrator holds all
     */
    public boolean isBuiltInto(Role role) {
        return role.equals(Role.ADMIN) || builtIn.contains(role);
    }

    /**
     * Finds a permission.
     *
     * @param key a key
     * @return the permission, or empty
     */
    public static Optional<Permission> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /**
     * Tells whether a pattern speaks of this permission.
     *
     * @param pattern a key, {@code group.*} for all of a group, or {@code *} for all
     * @return whether it does
     */
    public boolean matches(String pattern) {
        return pattern.equals("*")
                || pattern.equals(key)
                || (pattern.endsWith(".*") && key.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
