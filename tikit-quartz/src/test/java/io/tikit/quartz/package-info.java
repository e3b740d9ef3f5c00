/** Tests of the scheduler on Quartz. */
@NullMarked
package io.tikit.quartz;

import org.jspecify.annotations.NullMarked;
