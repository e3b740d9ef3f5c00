/**
 * What every storage must keep: {@link io.tikit.tck.storage.StorageContract}, put together from one contract per area.
 * The author of a storage implements {@link io.tikit.tck.storage.StorageFixture} in a test class of a few lines.
 *
 * <p>The tests never expect an empty database: each makes tenants, consumers and leases of its own, so that one open
 * storage can serve them all. Random values come from fixed seeds, which failures name.
 */
@NullMarked
package io.tikit.tck.storage;

import org.jspecify.annotations.NullMarked;
