package io.prorata.bootstrap.architecture.house.bootstrap;

import io.prorata.bootstrap.architecture.house.application.CountRows;
import io.prorata.bootstrap.architecture.house.application.port.Ledger;

/** Makes a use case of its own. */
public final class CountCommand {

    private CountCommand() {}

    public static long count(Ledger ledger) {
        return new CountRows(ledger).count();
    }
}
