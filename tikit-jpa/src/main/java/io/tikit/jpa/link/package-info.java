/**
 * Links between tickets.
 */
@NullMarked
package io.tikit.jpa.link;

import org.jspecify.annotations.NullMarked;
