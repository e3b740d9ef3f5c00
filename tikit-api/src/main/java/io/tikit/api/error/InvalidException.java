package io.tikit.api.error;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The caller gave something that cannot be accepted. All violations come at once.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class InvalidException extends TikitException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; transient because a violation is a plain value that exceptions need not carry across JVMs. */
    private final transient List<Violation> violations;

    /**
     * Makes one.
     *
     * @param code a code of category INVALID
     * @param violations what is wrong, at least one
     */
    public InvalidException(ErrorCode code, List<Violation> violations) {
        super(code, describe(violations), null);
        this.violations = List.copyOf(violations);
    }

    /**
     * Makes one of a single violation.
     *
     * @param code a code of category INVALID
     * @param violation what is wrong
     */
    public InvalidException(ErrorCode code, Violation violation) {
        this(code, List.of(violation));
    }

    /**
     * What is wrong.
     *
     * @return all violations, in the order in which they were found
     */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    private static String describe(List<Violation> violations) {
        return violations.stream().map(v -> v.path() + ": " + v.message()).collect(Collectors.joining("; "));
    }
}
