package io.tikit.jpa;

import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Faults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fault of a storage, with the test of the contract that is there for it. */
interface PlantedFault {
    Plan plan();

    default String caughtBy() {
        return plan().caughtBy();
    }

    /** Plants the fault. */
    default Storage into(Storage sound) {
        return lying(plan().call(), plan().lie(), Storage.class, sound);
    }

    /** What lies, about what, and the test that is to notice. */
    record Plan(String caughtBy, String call, Faults.Lie lie) {}

    static <T> T lying(String call, Faults.Lie lie, Class<T> type, T sound) {
        Faults faults = new Faults();
        faults.lie(call, lie);
        return faults.wrap(type, sound);
    }

    /** Does what belongs to a unit in another one that commits at once. */
    static Faults.Lie atOnce(String call, Doing doing) {
        return (begin, given) -> {
            Faults.Lie apart = (own, which) -> {
                try (UnitOfWork other = (UnitOfWork) Objects.requireNonNull(begin.with(given))) {
                    Object answer = doing.with(other, which);
                    other.commit();
                    return answer;
                }
            };
            UnitOfWork unit = (UnitOfWork) Objects.requireNonNull(begin.with(given));
            return lying(call, apart, UnitOfWork.class, unit);
        };
    }

    /** What is done in a unit, with what it was given. */
    interface Doing {
        @Nullable
        Object with(UnitOfWork unit, @Nullable Object[] which);
    }
}
