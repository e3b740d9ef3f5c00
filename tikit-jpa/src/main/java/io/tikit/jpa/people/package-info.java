/**
 * Users and teams.
 */
@NullMarked
package io.tikit.jpa.people;

import org.jspecify.annotations.NullMarked;
