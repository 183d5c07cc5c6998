package io.prorata.application.operation;

import io.prorata.application.port.Store;

/** Measures the load of the store. */
public final class MeasureStore {

    private final Store store;

    public MeasureStore(Store store) {
        this.store = store;
    }

    public Store.Load measure() {
        return store.load();
    }
}
