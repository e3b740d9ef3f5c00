/**
 * The log of what happened, with texts kept apart so that an erasure can overwrite them.
 */
@NullMarked
package io.tikit.jpa.event;

import org.jspecify.annotations.NullMarked;
