/** Tests of the contract of resolvers. */
@NullMarked
package io.tikit.tck.reference;

import org.jspecify.annotations.NullMarked;
