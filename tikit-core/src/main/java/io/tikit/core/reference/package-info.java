/**
 * References to objects of the host. {@link io.tikit.core.reference.References} asks the host's resolvers before commands and
 * for forms, in batches and bounded in time; what they say are facts.
 */
@NullMarked
package io.tikit.core.reference;

import org.jspecify.annotations.NullMarked;
