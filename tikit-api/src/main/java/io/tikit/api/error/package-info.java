/**
 * Everything that can go wrong: one small family of unchecked exceptions below
 * {@link io.tikit.api.error.TikitException}, each with a stable {@link io.tikit.api.error.ErrorCode} that the
 * troubleshooting page explains. Messages are English and meant for logs and developers.
 */
@NullMarked
package io.tikit.api.error;

import org.jspecify.annotations.NullMarked;
