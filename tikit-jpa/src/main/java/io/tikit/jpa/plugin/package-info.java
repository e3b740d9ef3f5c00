/** What plugins keep for themselves. */
@NullMarked
package io.tikit.jpa.plugin;

import org.jspecify.annotations.NullMarked;
