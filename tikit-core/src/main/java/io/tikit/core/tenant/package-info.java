/** Tenants: made with their first administrator, found, listed. */
@NullMarked
package io.tikit.core.tenant;

import org.jspecify.annotations.NullMarked;
