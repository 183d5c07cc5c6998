package io.prorata.application.query;

import io.prorata.application.view.NearNames;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.naming.Naming;
import java.util.Collection;
import java.util.List;

/** The categories that a household has. */
final class KnownCategories {

    private KnownCategories() {}

    /** @throws RefusedException if {@code choice} names a category that is not among {@code known}, whatever case and accents */
    static void require(CategoryChoice choice, Collection<String> known) {
        if (choice instanceof CategoryChoice.Named(String name)
                && known.stream().noneMatch(choice::includes)) {
            throw new RefusedException(new Refusal.UnknownCategory(name, NearNames.to(name, known)));
        }
    }

    /**
     * Returns {@code choice} with the name as rows of {@code month} spell it. Where none does it stays as it was asked for: rows of other
     * months are in no scope of the view.
     */
    static CategoryChoice spelled(CategoryChoice choice, MonthFacts month) {
        if (choice instanceof CategoryChoice.Named(String name)) {
            List<String> spellings = month.groups().stream()
                    .map(GroupTotal::category)
                    .filter(choice::includes)
                    .distinct()
                    .sorted(Naming.ORDER)
                    .toList();
            return spellings.isEmpty() || spellings.contains(name)
                    ? choice
                    : new CategoryChoice.Named(spellings.getFirst());
        }
        return choice;
    }
}
