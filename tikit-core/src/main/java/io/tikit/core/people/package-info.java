/**
 * Users and teams: the service, the handlers of their commands, and {@link io.tikit.core.people.KnownPeople}, which
 * settles who a caller is.
 */
@NullMarked
package io.tikit.core.people;

import org.jspecify.annotations.NullMarked;
