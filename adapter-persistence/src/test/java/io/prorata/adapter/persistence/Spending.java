package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import java.util.List;
import java.util.OptionalLong;

/** Writes of one row of one unit each, so that revision, rows and sum of a household have to tell the same story. */
public final class Spending {

    private Spending() {}

    /** Writes one row more. */
    public static Revision once(UnitOfWork work, HouseholdId household) {
        return write(work, household, new Change.TransactionRecorded(MARCH), books -> {
                    long id = books.ledger().nextIds(household, 1);
                    books.ledger()
                            .add(
                                    household,
                                    OptionalLong.empty(),
                                    List.of(row(id, MARCH, -1, ExpenseType.VARIABLE, "Courses")));
                })
                .revision();
    }

    /** Fails unless everything tells the same story, and returns the revision it is of. */
    public static Revision read(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> {
            Revision revision = books.revisions().current(household);
            MonthFacts facts = books.ledger().facts(household, MARCH);
            assertEquals(revision.number() - 1, facts.count());
            assertEquals(
                    revision.number() - 1, facts.of(ExpenseType.VARIABLE).sum().minor());
            return revision;
        });
    }
}
