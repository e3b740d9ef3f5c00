/**
 * Who may what. {@link io.tikit.core.access.Access} answers for the four built-in roles; what tickets somebody may see is
 * a condition that goes into every query.
 */
@NullMarked
package io.tikit.core.access;

import org.jspecify.annotations.NullMarked;
