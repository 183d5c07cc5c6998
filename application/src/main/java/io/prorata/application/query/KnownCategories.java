package io.prorata.application.query;

import io.prorata.application.view.NearNames;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.naming.Naming;
import java.util.Collection;

/** The categories that a household has. */
final class KnownCategories {

    private KnownCategories() {}

    /** @throws RefusedException if {@code choice} names a category that is not among {@code known}, whatever case and accents */
    static void require(CategoryChoice choice, Collection<String> known) {
        if (choice instanceof CategoryChoice.Named(String name)
                && known.stream().noneMatch(other -> Naming.isSame(name, other))) {
            throw new RefusedException(new Refusal.UnknownCategory(name, NearNames.to(name, known)));
        }
    }
}
