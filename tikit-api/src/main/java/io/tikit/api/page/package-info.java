/**
 * Keyset paging: a {@link io.tikit.api.page.Page} holds the items and a cursor to the next page. Pages are stable while
 * rows are added or removed: an item that is there throughout is seen exactly once.
 */
@NullMarked
package io.tikit.api.page;

import org.jspecify.annotations.NullMarked;
