/**
 * Tenants, the small numbers that stand for them in every key, and their blocks of ticket numbers.
 */
@NullMarked
package io.tikit.jpa.tenant;

import org.jspecify.annotations.NullMarked;
