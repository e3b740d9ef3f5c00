package io.tikit.jpa;

import io.tikit.spi.storage.Storage;
import io.tikit.tck.Faults;

/** A fault of a storage, with the test of the contract that is there for it. */
interface PlantedFault {
    String caughtBy();

    /** Plants the fault. */
    Storage into(Storage sound);

    static <T> T lying(String call, Faults.Lie lie, Class<T> type, T sound) {
        Faults faults = new Faults();
        faults.lie(call, lie);
        return faults.wrap(type, sound);
    }
}
