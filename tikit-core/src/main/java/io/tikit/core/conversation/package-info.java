/** What people write on tickets: the service and the handler of replies and notes. */
@NullMarked
package io.tikit.core.conversation;

import org.jspecify.annotations.NullMarked;
