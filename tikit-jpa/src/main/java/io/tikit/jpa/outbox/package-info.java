/**
 * What leaves a unit after its commit: the work queue and the feed. On servers both are queries; on Derby, where an
 * uncommitted insert blocks readers, what waits is kept in lists that are fed after each commit.
 */
@NullMarked
package io.tikit.jpa.outbox;

import org.jspecify.annotations.NullMarked;
