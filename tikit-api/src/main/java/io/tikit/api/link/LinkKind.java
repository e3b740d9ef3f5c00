package io.tikit.api.link;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Locale;

/**
 * What one ticket is to another. Kinds with a direction never lead round in a circle.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum LinkKind {
    /** The second ticket is the parent of the first, which has at most one. A parent may wait for its children. */
    PARENT(true, true),
    /** The first ticket says what the second, its original, says already; it has at most one original. */
    DUPLICATE(true, true),
    /** The second ticket, often a problem, is behind the first, often an incident; there may be several. */
    CAUSED_BY(true, false),
    /** The first ticket goes on with what the second, which was over, had begun; it follows at most one. */
    FOLLOW_UP(true, true),
    /** Each is worth reading with the other. Without direction: the link of A to B is the link of B to A. */
    RELATED(false, false);

    private final boolean directed;
    private final boolean single;

    LinkKind(boolean directed, boolean single) {
        this.directed = directed;
        this.single = single;
    }

    /**
     * Tells whether it matters which ticket is the first.
     *
     * @return whether it does
     */
    public boolean isDirected() {
        return directed;
    }

    /**
     * Tells whether a ticket is the first of at most one link of this kind.
     *
     * @return whether it is
     */
    public boolean isSingle() {
        return single;
    }

    /**
     * How the first ticket's history names a link of this kind.
     *
     * @return such as {@code link.parent}, always the same
     */
    public String field() {
        return "link." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * How the second ticket's history names it.
     *
     * @return such as {@code link.parent_of}; the same as {@link #field()} for kinds without direction
     */
    public String fieldOfTarget() {
        return directed ? field() + "_of" : field();
    }
}
