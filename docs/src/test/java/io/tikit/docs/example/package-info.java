/**
 * The code that the pages show. Each example lies in a test between {@code // tag::name} and {@code // end::name}, or in
 * a class that a test uses, and a page shows it below {@code <!-- example: ClassName#name -->}; a check compares the two.
 */
@NullMarked
package io.tikit.docs.example;

import org.jspecify.annotations.NullMarked;
