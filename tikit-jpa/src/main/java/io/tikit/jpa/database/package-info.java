/**
 * The database below: which one it is, its connections, its schema, its errors, and the persistence units on it.
 */
@NullMarked
package io.tikit.jpa.database;

import org.jspecify.annotations.NullMarked;
