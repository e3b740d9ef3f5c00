package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.StorageCapability;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;

/** Expectations that several contracts share. */
final class Expect {
    /** Ids as unsigned bytes, the order that every storage keeps. */
    static final Comparator<UUID> BY_ID = ConditionInterpreter::compareUnsigned;

    private Expect() {}

    static void failure(ErrorCode code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("the failure %s", code).isInstanceOf(TikitException.class);
        assertThat(((TikitException) thrown).code()).isEqualTo(code);
    }

    /** Goes on only if the storage declares the capability; else the test shows as skipped. */
    static void declared(Storage storage, StorageCapability capability) {
        Assumptions.assumeTrue(
                storage.capabilities().contains(capability), () -> "the storage does not declare " + capability);
    }

    /** Goes on only if the storage leaves the capability out; else the test shows as skipped. */
    static void undeclared(Storage storage, StorageCapability capability) {
        Assumptions.assumeFalse(
                storage.capabilities().contains(capability), () -> "the storage declares " + capability);
    }

    static <T> List<T> byId(List<T> items, Function<T, UUID> id) {
        return items.stream().sorted(Comparator.comparing(id, BY_ID)).toList();
    }
}
