package io.prorata.bootstrap.freshness;

import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.Views;
import io.prorata.application.view.KnownDocuments;
import java.util.List;
import java.util.random.RandomGenerator;

/** What might be wrong with the program, put between its parts. By itself, nothing is. */
interface Flaw {

    /** Nothing is wrong. */
    Flaw NONE = new Flaw() {};

    /** Returns what nonces are drawn from. */
    default RandomGenerator nonces(RandomGenerator right) {
        return right;
    }

    /** Returns the door as the flaw makes it. */
    default UnitOfWork door(UnitOfWork right) {
        return right;
    }

    /** Returns the reading side as the flaw makes it. */
    default Snapshots snapshots(Snapshots right) {
        return right;
    }

    /** Returns the tiers as the flaw makes them. */
    default List<Views> tiers(List<Views> right) {
        return right;
    }

    /** Returns what somebody says they have; they do have a document. */
    default KnownDocuments known(KnownDocuments right) {
        return right;
    }
}
