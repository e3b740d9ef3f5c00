package io.tikit.api.conversation;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Cuts stored HTML anew, from the originals, where it was cut by another version of the allow-list than the present one.
 * What is read is cut by the present list in any case; this spares the readers the work. Nothing else of the entries
 * changes, and nothing is recorded. Done until the result is 0, by one caller or by several; what is done stays done.
 *
 * @param most how many entries at most, 1 to 50
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record RenewHtml(int most) implements Command<Integer> {}
