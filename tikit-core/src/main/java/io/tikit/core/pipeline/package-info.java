/**
 * The way of every call: {@link io.tikit.core.pipeline.Pipeline} takes a command through shape check, preparation, the
 * unit of work and the commit; {@link io.tikit.core.pipeline.Reader} does the same for reads. What a command means is in
 * the {@link io.tikit.core.pipeline.CommandHandler} of its feature. This package knows no feature.
 */
@NullMarked
package io.tikit.core.pipeline;

import org.jspecify.annotations.NullMarked;
