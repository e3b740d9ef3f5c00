/**
 * Storage on Jakarta Persistence. {@link io.tikit.jpa.JpaPlugin} is the door; all else is found through the service
 * provider interface.
 */
@NullMarked
package io.tikit.jpa;

import org.jspecify.annotations.NullMarked;
