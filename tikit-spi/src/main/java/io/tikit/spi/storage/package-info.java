/**
 * Keeping everything: {@link io.tikit.spi.storage.Storage} opens a {@link io.tikit.spi.storage.UnitOfWork} with one small
 * repository per feature, and holds what lives outside units: leases, number blocks, the work queue and the feed.
 *
 * <p>All methods may throw {@link io.tikit.api.error.UnavailableException} with code STORAGE_UNAVAILABLE, and
 * {@link io.tikit.api.error.ConflictException} with code STORAGE_CONFLICT when a lock was not to be had in time, two
 * writers deadlocked or a key was taken meanwhile. After either, the unit can only be closed.
 */
@NullMarked
package io.tikit.spi.storage;

import org.jspecify.annotations.NullMarked;
