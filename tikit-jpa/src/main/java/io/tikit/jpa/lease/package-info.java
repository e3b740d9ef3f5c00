/**
 * Agreements between nodes, by the database's own time.
 */
@NullMarked
package io.tikit.jpa.lease;

import org.jspecify.annotations.NullMarked;
