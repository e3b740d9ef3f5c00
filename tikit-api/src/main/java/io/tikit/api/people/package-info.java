/**
 * Users and teams. {@link io.tikit.api.people.People} is the service; what a user may do follows from the
 * {@link io.tikit.api.people.Role}.
 */
@NullMarked
package io.tikit.api.people;

import org.jspecify.annotations.NullMarked;
