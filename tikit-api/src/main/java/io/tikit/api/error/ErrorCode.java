package io.tikit.api.error;

import static io.tikit.api.error.ErrorCategory.CONFLICT;
import static io.tikit.api.error.ErrorCategory.INTERNAL;
import static io.tikit.api.error.ErrorCategory.INVALID;
import static io.tikit.api.error.ErrorCategory.LIMIT;
import static io.tikit.api.error.ErrorCategory.NOT_FOUND;
import static io.tikit.api.error.ErrorCategory.UNAVAILABLE;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * The stable name of a failure. Codes are added in minor releases and never change their meaning; each has an entry in
 * the troubleshooting page.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum ErrorCode {
    /** A command breaks one or more rules; the violations say which. */
    INVALID_COMMAND(INVALID, false),
    /** A query asks for something that cannot be answered, such as a list without an anchor. */
    INVALID_QUERY(INVALID, false),
    /** A cursor is damaged or belongs to another query. */
    INVALID_CURSOR(INVALID, false),
    /** The engine cannot be built from these settings and plugins; the violations say why. */
    INVALID_CONFIGURATION(INVALID, false),
    /** A host called from a place or as an actor from which this call is not allowed. */
    INVALID_CALL(INVALID, false),
    /** The caller's role does not allow this. */
    NOT_PERMITTED(ErrorCategory.NOT_PERMITTED, false),
    /** The caller's user is not active. */
    USER_INACTIVE(ErrorCategory.NOT_PERMITTED, false),
    /** A session or API key is unknown, ended or revoked, or may not be used from this address. */
    LOGIN_ENDED(ErrorCategory.NOT_PERMITTED, false),
    /** What was shown to prove who somebody is does not do. */
    LOGIN_REFUSED(ErrorCategory.NOT_PERMITTED, false),
    /** This needs a session that has just begun. */
    LOGIN_NOT_FRESH(ErrorCategory.NOT_PERMITTED, false),
    /** No such API key, or not for this caller. */
    LOGIN_NOT_FOUND(NOT_FOUND, false),
    /** An API key was used more often than it may be. */
    LOGIN_RATE(LIMIT, true),
    /** No such tenant. */
    TENANT_NOT_FOUND(NOT_FOUND, false),
    /** No such ticket, or not for this caller. */
    TICKET_NOT_FOUND(NOT_FOUND, false),
    /** No such entry is on the ticket, or the caller may not read it. */
    ENTRY_NOT_FOUND(NOT_FOUND, false),
    /** No such user. */
    USER_NOT_FOUND(NOT_FOUND, false),
    /** No such team. */
    TEAM_NOT_FOUND(NOT_FOUND, false),
    /** No such category. */
    CATEGORY_NOT_FOUND(NOT_FOUND, false),
    /** No such organisation. */
    ORGANISATION_NOT_FOUND(NOT_FOUND, false),
    /** No such attachment, or not for this caller. */
    ATTACHMENT_NOT_FOUND(NOT_FOUND, false),
    /** No such document of the configuration, or no such version of it. */
    DOCUMENT_NOT_FOUND(NOT_FOUND, false),
    /** No such value was suggested for this field of the ticket. */
    SUGGESTION_NOT_FOUND(NOT_FOUND, false),
    /** No such dead letter. */
    DEAD_LETTER_NOT_FOUND(NOT_FOUND, false),
    /** No durable subscription of this name. */
    SUBSCRIPTION_NOT_FOUND(NOT_FOUND, false),
    /** Others changed the same fields of the ticket since the revision that the command expects. */
    TICKET_CONFLICT(CONFLICT, false),
    /** Others have written on the ticket since the last entry that the command's maker had seen. */
    NEWER_ENTRIES(CONFLICT, false),
    /** Others changed the same fields of the profile since the command's maker saw it. */
    USER_CONFLICT(CONFLICT, false),
    /** A file of people, or the people, are not what they were in the dry run. */
    IMPORT_STALE(CONFLICT, false),
    /** The configuration changed since the version that a command expects or the revision that a plan was made for. */
    CONFIGURATION_CONFLICT(CONFLICT, false),
    /** Two writers met at the same row and storage gave this one up; nothing was written. */
    STORAGE_CONFLICT(CONFLICT, true),
    /** A tenant of this name exists. */
    TENANT_EXISTS(CONFLICT, false),
    /** A user with this mail address or subject exists. */
    USER_EXISTS(CONFLICT, false),
    /** A team of this name exists. */
    TEAM_EXISTS(CONFLICT, false),
    /** A category of this name exists under the same parent. */
    CATEGORY_EXISTS(CONFLICT, false),
    /** An organisation of this name, or with one of these mail domains, exists. */
    ORGANISATION_EXISTS(CONFLICT, false),
    /** The idempotency key was used for another kind of command. */
    KEY_REUSED(CONFLICT, false),
    /** A timer was cancelled, scheduled anew or done by another node while it was being done; nothing was written. */
    TIMER_STALE(CONFLICT, false),
    /** A plugin's value is not at the revision that its command expects; nothing was written. */
    PLUGIN_VALUE_CONFLICT(CONFLICT, false),
    /** The home folder is used by another engine or process. */
    HOME_IN_USE(CONFLICT, false),
    /** A name or number space is used up. */
    LIMIT_REACHED(LIMIT, false),
    /** A file is larger than a file may be. */
    ATTACHMENT_TOO_LARGE(LIMIT, false),
    /** The space for files of the ticket, the tenant or the user is used up. */
    ATTACHMENT_QUOTA(LIMIT, false),
    /** The engine is closed or closing. */
    ENGINE_CLOSED(UNAVAILABLE, false),
    /** Storage cannot be reached or does not answer. */
    STORAGE_UNAVAILABLE(UNAVAILABLE, true),
    /** The database holds a schema that this version does not know. */
    SCHEMA_UNKNOWN(UNAVAILABLE, false),
    /** The search index is down or not yet built. */
    INDEX_UNAVAILABLE(UNAVAILABLE, true),
    /** The scheduler cannot start or does not take wishes. */
    SCHEDULER_UNAVAILABLE(UNAVAILABLE, true),
    /** The host's transaction is not in a state in which the engine can join it. */
    HOST_TRANSACTION(UNAVAILABLE, false),
    /** A part that a plugin brings, such as a channel, cannot do its work now. */
    PART_UNAVAILABLE(UNAVAILABLE, true),
    /** A part was asked for something that it says it cannot do. */
    NOT_SUPPORTED(UNAVAILABLE, false),
    /** The bytes of an attachment are gone or are not those that were taken in. */
    ATTACHMENT_DAMAGED(UNAVAILABLE, false),
    /** A plugin threw, hung or answered nonsense. */
    PLUGIN_FAILED(INTERNAL, false),
    /** The engine itself failed: a defect. */
    INTERNAL_ERROR(INTERNAL, false);

    private final ErrorCategory category;
    private final boolean retryable;

    ErrorCode(ErrorCategory category, boolean retryable) {
        this.category = category;
        this.retryable = retryable;
    }

    /**
     * Whose turn it is.
     *
     * @return the category
     */
    public ErrorCategory category() {
        return category;
    }

    /**
     * Tells whether the very same call may succeed later. Inside a host's transaction only the host may retry, with a
     * new transaction.
     *
     * @return whether a retry may help
     */
    public boolean isRetryable() {
        return retryable;
    }
}
