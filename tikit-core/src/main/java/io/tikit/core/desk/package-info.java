/** The handle in the caller's hand: {@link io.tikit.core.desk.DeskFactory} binds every service to a caller. */
@NullMarked
package io.tikit.core.desk;

import org.jspecify.annotations.NullMarked;
