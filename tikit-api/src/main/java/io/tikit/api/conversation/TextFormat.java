package io.tikit.api.conversation;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * How a text is written.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum TextFormat {
    /** As it is read: nothing in it has a meaning of its own. */
    PLAIN,
    /** HTML, of which only what an allow-list names is shown. */
    HTML,
    /** Markdown (CommonMark with tables); line ends are kept. HTML in it is cut down like {@link #HTML}. */
    MARKDOWN
}
