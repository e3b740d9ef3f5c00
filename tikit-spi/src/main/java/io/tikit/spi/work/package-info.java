/**
 * Reacting to commits: a {@link io.tikit.spi.work.WorkConsumer} is given each event it wants once, in the order of the
 * ticket, after the commit, again and again until it succeeds or lies dead.
 */
@NullMarked
package io.tikit.spi.work;

import org.jspecify.annotations.NullMarked;
