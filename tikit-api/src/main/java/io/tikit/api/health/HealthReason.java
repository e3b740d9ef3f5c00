package io.tikit.api.health;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * The stable name of a trouble. Each has an entry in the troubleshooting page.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum HealthReason {
    /** The engine is closed; nothing works. */
    ENGINE_CLOSED(true),
    /** Storage does not answer; commands and reads fail. */
    STORAGE_DOWN(true),
    /** The index of a tenant cannot be used; searches fail, everything else works. */
    INDEX_DOWN(false),
    /** The index of this node is far behind the commits. */
    INDEX_LAGGING(false),
    /** Committed changes wait long for their place in the feed. */
    FEED_LAGGING(false),
    /** Work waits long for its turn, be it for its first try, for a retry or behind a dead letter. */
    WORK_LAGGING(false),
    /** Work failed for good and waits for a person; its ticket is held back for that consumer. */
    DEAD_LETTERS(false),
    /** Timers are long overdue: their handler fails or is missing, or no node keeps up. */
    TIMERS_LAGGING(false),
    /** A durable subscription fails and is being retried. */
    SUBSCRIPTION_FAILING(false),
    /** Documents of the configuration are of a kind or format that this engine does not know, and have no effect. */
    CONFIGURATION_SUSPENDED(false),
    /** An interceptor failed or gave no answer in time when it was asked last; commands fail or go on without it. */
    INTERCEPTOR_FAILING(false),
    /** An operator paused delivery on this node. */
    DELIVERY_PAUSED(false),
    /** The scheduler does not wake the node; it polls instead, so things happen a little later. */
    SCHEDULER_DOWN(false),
    /** An optional plugin did not contribute or start; the engine runs without it, and its work waits. */
    PLUGIN_DOWN(false),
    /** A part of a plugin failed when it was asked last. */
    PLUGIN_FAILING(false),
    /** A call into a plugin did not come back in time and still runs. */
    PLUGIN_STUCK(false),
    /** The store of attachments fails; uploads and downloads fail, everything else works. */
    ATTACHMENTS_DOWN(false),
    /** Attachments and the files behind them do not agree: some are missing, damaged or belong to nothing. */
    ATTACHMENTS_DAMAGED(false),
    /** A list of breached passwords failed when it was asked last; passwords are set unlisted, or not at all, by policy. */
    BREACH_LIST_DOWN(false);

    private final boolean fatal;

    HealthReason(boolean fatal) {
        this.fatal = fatal;
    }

    /**
     * Tells whether the desk cannot work at all with this trouble.
     *
     * @return whether the desk is down
     */
    public boolean isFatal() {
        return fatal;
    }
}
