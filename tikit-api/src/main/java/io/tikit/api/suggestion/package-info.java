/**
 * Suggested values of fields. {@link io.tikit.api.suggestion.Suggestions} is the service; what is suggested, shown and
 * applied is said by documents of the configuration of kind {@code suggestion-policy}.
 *
 * @since 0.1
 */
@NullMarked
package io.tikit.api.suggestion;

import org.jspecify.annotations.NullMarked;
