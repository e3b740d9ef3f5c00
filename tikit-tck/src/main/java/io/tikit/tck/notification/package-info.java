/**
 * What every notifier must keep: {@link io.tikit.tck.notification.NotifierContract}. Beside it a notifier that records,
 * for tests of whoever uses notifiers.
 */
@NullMarked
package io.tikit.tck.notification;

import org.jspecify.annotations.NullMarked;
