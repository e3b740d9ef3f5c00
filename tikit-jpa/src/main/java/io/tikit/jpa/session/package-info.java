/**
 * The one way by which repositories read and write within a unit of work.
 */
@NullMarked
package io.tikit.jpa.session;

import org.jspecify.annotations.NullMarked;
