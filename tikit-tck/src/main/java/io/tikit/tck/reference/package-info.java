/**
 * What every resolver of references must keep: {@link io.tikit.tck.reference.ReferenceResolverContract}.
 *
 * @since 0.1
 */
@NullMarked
package io.tikit.tck.reference;

import org.jspecify.annotations.NullMarked;
