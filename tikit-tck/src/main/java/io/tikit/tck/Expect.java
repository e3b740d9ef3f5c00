package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;

/**
 * Expectations that all contracts share.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Expect {
    private Expect() {}

    /**
     * A call fails as documented.
     *
     * @param code the stable name of the failure
     * @param call the call
     * @return the message of the failure
     * @throws AssertionError if the call does not fail, or in another way
     */
    public static String failure(ErrorCode code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("the failure %s", code).isInstanceOf(TikitException.class);
        assertThat(((TikitException) thrown).code()).isEqualTo(code);
        return String.valueOf(thrown.getMessage());
    }

    /**
     * A call fails as documented and keeps to itself what it was given.
     *
     * @param code the stable name of the failure
     * @param hidden what must not be in the message of the failure, nor in those of its causes
     * @param call the call
     * @throws AssertionError if the call does not fail, or in another way, or tells too much
     */
    public static void discreetFailure(ErrorCode code, List<String> hidden, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("the failure %s", code).isInstanceOf(TikitException.class);
        assertThat(((TikitException) thrown).code()).isEqualTo(code);
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            assertThat(at.toString()).as("what the failure tells").doesNotContain(hidden);
        }
    }

    /**
     * Goes on only if a part declares a capability; else the test shows as skipped.
     *
     * @param capabilities what the part declares
     * @param capability the one that the test is about
     * @param <C> the type of the capabilities
     */
    public static <C extends Enum<C>> void declared(Set<C> capabilities, C capability) {
        Assumptions.assumeTrue(capabilities.contains(capability), () -> "the part does not declare " + capability);
    }

    /**
     * Goes on only if a part leaves a capability out; else the test shows as skipped.
     *
     * @param capabilities what the part declares
     * @param capability the one that the test is about
     * @param <C> the type of the capabilities
     */
    public static <C extends Enum<C>> void undeclared(Set<C> capabilities, C capability) {
        Assumptions.assumeFalse(capabilities.contains(capability), () -> "the part declares " + capability);
    }
}
