package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * Somebody else was faster, or the name is taken. For {@link ErrorCode#TICKET_CONFLICT} the sides tell, field by field,
 * what the caller wanted and what is there now.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConflictException extends TikitException {
    private static final long serialVersionUID = 1L;

    /** Field by field; transient because it is a plain value that exceptions need not carry across JVMs. */
    private final transient List<Side> sides;

    /**
     * Makes one without sides.
     *
     * @param code a code of category CONFLICT
     * @param message who met whom at what
     */
    public ConflictException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    /**
     * Makes one with both sides.
     *
     * @param code a code of category CONFLICT
     * @param message who met whom at what
     * @param sides field by field what is wanted and what is there
     */
    public ConflictException(ErrorCode code, String message, List<Side> sides) {
        super(code, message, null);
        this.sides = List.copyOf(sides);
    }

    /**
     * Field by field what is wanted and what is there.
     *
     * @return the sides, empty when the conflict is not about fields
     */
    public List<Side> sides() {
        return sides == null ? List.of() : sides;
    }

    /**
     * Both sides of a conflict over one field, as text.
     *
     * @param field the key of the field
     * @param wanted what the command would have set; empty when it would have cleared the field
     * @param present what is there now; empty when nothing is
     */
    public record Side(String field, String wanted, String present) {
        /** Checks that nothing is null. */
        public Side {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(wanted, "wanted");
            Objects.requireNonNull(present, "present");
        }
    }
}
