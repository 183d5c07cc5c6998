package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.verification.VerifyBooks;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewTransactionsTest {

    private static final TransactionOrder FIRST_FIRST = new TransactionOrder(TransactionOrder.By.DATE, false);

    private final TemporaryBooks books = new TemporaryBooks();
    private final HouseholdId household = found(books.work());

    @AfterEach
    void close() {
        books.close();
    }

    /** Some in a statement of many rows, some in statements of fewer, some alone. */
    @Test
    void rowsComeBackAsTheyWereHoweverManyThereAre() {
        for (int count : List.of(1, 19, 20, 543)) {
            List<Transaction> rows = IntStream.rangeClosed(1, count)
                    .mapToObj(NewTransactionsTest::unlike)
                    .toList();

            add(rows);

            assertEquals(
                    rows,
                    books
                            .work()
                            .read(
                                    household,
                                    open -> open.ledger()
                                            .list(
                                                    household,
                                                    TransactionFilter.ALL,
                                                    FIRST_FIRST,
                                                    Optional.empty(),
                                                    1_000,
                                                    0))
                            .stream()
                            .map(entry -> entry.transaction())
                            .toList());
            assertNothingIsFound();
            write(
                    books.work(),
                    household,
                    new Change.TransactionRecorded(MARCH),
                    open -> rows.forEach(row -> open.ledger().remove(household, row.id())));
        }
    }

    @Test
    void theCategoryOfARowThatIsChangedIsNoted() {
        add(List.of(row(1, MARCH, -100, ExpenseType.VARIABLE, "Before")));

        write(
                books.work(),
                household,
                new Change.TransactionRecorded(MARCH),
                open -> open.ledger().replace(household, List.of(row(1, MARCH, -100, ExpenseType.VARIABLE, "After"))));

        assertNothingIsFound();
    }

    @Test
    void rowsThatAreAlikeAreSummedTogetherWheneverTheyCome() {
        for (long id = 1; id <= 3; id++) {
            add(List.of(
                    row(2 * id - 1, MARCH, -100, ExpenseType.VARIABLE, null),
                    row(2 * id, MARCH, -100, ExpenseType.VARIABLE, "Market")));
        }

        MonthFacts facts = books.work().read(household, open -> open.ledger().facts(household, MARCH));

        assertEquals(
                List.of(3L, 3L),
                facts.groups().stream().map(group -> group.statistics().count()).toList());
    }

    private void add(List<Transaction> rows) {
        write(books.work(), household, new Change.TransactionRecorded(MARCH), open -> {
            open.ledger().nextIds(household, rows.size());
            open.ledger().add(household, OptionalLong.empty(), rows);
        });
    }

    /** A row of which each part is there for some and not for others, and is not that of its neighbour. */
    private static Transaction unlike(int id) {
        var tags = new TreeSet<String>(id % 2 == 0 ? List.of() : List.of("tag " + id, "'quoted'"));
        return new Transaction(
                id,
                new BankLine(
                        id % 3 == 0 ? null : "account " + id,
                        MARCH.atDay(1 + id * 28 / 600),
                        new Money(id % 5 == 0 ? id : -id),
                        "Épicerie :id ?1 " + id,
                        id % 7 == 0 ? "bank id " + id : null),
                new Classification(
                        id % 5 == 0 ? ExpenseType.INCOME : ExpenseType.VARIABLE,
                        id % 4 == 0 ? null : "category " + id % 9,
                        id % 4 == 1 ? "subcategory " + id : null,
                        id % 11 == 0),
                id % 2 == 0 ? TypedBy.RULE : TypedBy.PERSON,
                tags);
    }

    private void assertNothingIsFound() {
        assertEquals(
                List.of(),
                new VerifyBooks(new JooqStoreAudit(books.database())).verify().findings());
    }
}
