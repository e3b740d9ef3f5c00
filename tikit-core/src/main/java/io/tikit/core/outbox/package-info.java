/**
 * The two ways out of a commit. {@link io.tikit.core.outbox.OutboxCommits} writes what is to leave with the unit. <em>Work</em>
 * is one row per event and consumer, done by {@link io.tikit.core.outbox.WorkDispatcher}; the <em>feed</em> is one change per
 * unit, given its position and announced by {@link io.tikit.core.outbox.FeedHub}. All threads are
 * {@link io.tikit.core.outbox.Loop}s.
 */
@NullMarked
package io.tikit.core.outbox;

import org.jspecify.annotations.NullMarked;
