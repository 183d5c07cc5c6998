package io.prorata.application.formula;

import static io.prorata.application.Examples.AT_NOON;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.settlement.Transfer;
import java.lang.reflect.Proxy;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Totals that sum by less than all that tells rows apart are caught: no component of a group is dispensable. */
class FormulasTest {

    private static final int SEEDS = 60;

    static Stream<Arguments> losses() {
        return Stream.of(
                loss(
                        "category",
                        key -> new GroupKey(
                                key.type(), null, key.subcategory(), key.account(), key.attribution(), key.received())),
                loss(
                        "subcategory",
                        key -> new GroupKey(
                                key.type(), key.category(), null, key.account(), key.attribution(), key.received())),
                loss(
                        "account",
                        key -> new GroupKey(
                                key.type(),
                                key.category(),
                                key.subcategory(),
                                null,
                                key.attribution(),
                                key.received())),
                loss("common", key -> with(key, of(key).withCommon(true))),
                loss(
                        "split",
                        key -> with(
                                key,
                                new Attribution(
                                        of(key).common(),
                                        Optional.empty(),
                                        of(key).payer(),
                                        of(key).link(),
                                        of(key).source()))),
                loss(
                        "payer",
                        key -> with(
                                key,
                                new Attribution(
                                        of(key).common(),
                                        of(key).split(),
                                        Optional.empty(),
                                        of(key).link(),
                                        of(key).source()))),
                loss("bill", key -> of(key).bill().isEmpty() ? key : withoutLink(key)),
                loss("provision", key -> of(key).provision().isEmpty() ? key : withoutLink(key)),
                loss(
                        "source",
                        key -> with(
                                key,
                                new Attribution(
                                        of(key).common(),
                                        of(key).split(),
                                        of(key).payer(),
                                        of(key).link(),
                                        Optional.empty()))),
                loss(
                        "direction",
                        key -> new GroupKey(
                                key.type(),
                                key.category(),
                                key.subcategory(),
                                key.account(),
                                key.attribution(),
                                false)));
    }

    private static Arguments loss(String component, UnaryOperator<GroupKey> less) {
        return Arguments.of(component, less);
    }

    private static Attribution of(GroupKey key) {
        return key.attribution();
    }

    private static GroupKey with(GroupKey key, Attribution other) {
        return new GroupKey(key.type(), key.category(), key.subcategory(), key.account(), other, key.received());
    }

    private static GroupKey withoutLink(GroupKey key) {
        return with(
                key,
                new Attribution(
                        of(key).common(), of(key).split(), of(key).payer(), Optional.empty(), of(key).source()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void totalsWithoutAComponentAreCaught(String component, UnaryOperator<GroupKey> less) {
        var caught = assertThrows(AssertionError.class, () -> live(facts -> merged(facts, less)));
        assertTrue(String.valueOf(caught.getMessage()).startsWith("seed "), caught.getMessage());
    }

    /** A cent that went astray in one group of one month. */
    @Test
    void aWrongSumIsCaught() {
        assertThrows(
                AssertionError.class,
                () -> live(facts -> facts.groups().isEmpty()
                        ? facts
                        : new MonthFacts(Stream.concat(
                                        Stream.of(oneMore(facts.groups().getFirst())),
                                        facts.groups().stream().skip(1))
                                .toList())));
    }

    /** The dues become zero by these as well, but with one transfer more. */
    @Test
    void oneTransferTooManyIsCaught() {
        var books = books();
        var caught = assertThrows(AssertionError.class, () -> {
            for (long seed = 0; seed < SEEDS; seed++) {
                FormulasContract.compare(
                        books,
                        AnyLedger.keep(books, new SplittableRandom(seed)),
                        FormulasTest::inTwoParts,
                        "seed " + seed);
            }
        });
        assertTrue(String.valueOf(caught.getMessage()).startsWith("seed "), caught.getMessage());
    }

    private static List<Transfer> inTwoParts(List<Transfer> transfers) {
        if (transfers.isEmpty() || transfers.getFirst().amount().minor() < 2) {
            return transfers;
        }
        Transfer whole = transfers.getFirst();
        Money part = new Money(1);
        var first = new Transfer(whole.from(), whole.to(), part);
        var second = new Transfer(whole.from(), whole.to(), whole.amount().minus(part));
        return Stream.concat(Stream.of(first, second), transfers.stream().skip(1))
                .toList();
    }

    static Stream<Arguments> faultsOfSavings() {
        return Stream.of(
                Arguments.of("rows after the day", (UnaryOperator<Books>) books -> replaced(
                        Books.class,
                        books,
                        "ledger",
                        none -> summing(
                                books.ledger(),
                                filter -> filter.between(
                                        filter.from().orElseThrow(),
                                        AnyLedger.MONTHS.get(1).atEndOfMonth())))),
                Arguments.of("no row up to the day", (UnaryOperator<Books>) books -> replaced(
                        Books.class,
                        books,
                        "ledger",
                        none -> summing(books.ledger(), filter -> filter.ofIds(List.of())))),
                Arguments.of("a plan without rows", (UnaryOperator<Books>) books -> replaced(
                        Books.class,
                        books,
                        "plans",
                        none -> replaced(
                                Plans.class,
                                books.plans(),
                                "book",
                                household -> withoutRows(books.plans().book((HouseholdId) household.getFirst()))))));
    }

    private static Ledger summing(Ledger ledger, UnaryOperator<TransactionFilter> other) {
        return replaced(
                Ledger.class,
                ledger,
                "sum",
                arguments ->
                        ledger.sum((HouseholdId) arguments.get(0), other.apply((TransactionFilter) arguments.get(1))));
    }

    private static PlanBook withoutRows(PlanBook book) {
        return new PlanBook(
                book.configs(),
                book.fixed(),
                book.provisions().stream()
                        .map(provision -> provision.withRows(Collections.emptySortedMap()))
                        .toList(),
                book.accounts(),
                book.budgets(),
                book.settleSince());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfSavings")
    void savingsByOtherFactsAreCaught(String what, UnaryOperator<Books> fault) {
        var books = books();
        UnitOfWork faulty = replaced(
                UnitOfWork.class,
                books,
                "read",
                arguments -> books.read((HouseholdId) arguments.get(0), there -> read(arguments.get(1), fault, there)));
        var caught = assertThrows(AssertionError.class, () -> {
            for (long seed = 0; seed < SEEDS; seed++) {
                FormulasContract.compareSavings(
                        faulty, AnyLedger.keep(books, new SplittableRandom(seed)), "seed " + seed);
            }
        });
        assertTrue(String.valueOf(caught.getMessage()).startsWith("seed "), caught.getMessage());
    }

    @SuppressWarnings("unchecked") // as UnitOfWork declares it
    private static Object read(Object work, UnaryOperator<Books> fault, Books books) {
        return ((Function<Books, Object>) work).apply(fault.apply(books));
    }

    /** Returns {@code right} with another answer of one method. */
    private static <T> T replaced(Class<T> type, T right, String method, Function<List<Object>, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method)
                        ? answer.apply(arguments == null ? List.of() : List.of(arguments))
                        : called.invoke(right, arguments)));
    }

    /** Or what is caught might be the way it is looked for. */
    @Test
    void totalsByAllComponentsAreWhatTheRowsGive() {
        live(facts -> merged(facts, key -> key));
    }

    private static GroupTotal oneMore(GroupTotal group) {
        Statistics statistics = group.statistics();
        return new GroupTotal(group.key(), statistics.plus(Statistics.of(new Money(1))));
    }

    private static InMemoryBooks books() {
        return new InMemoryBooks(AT_NOON, new SplittableRandom(1));
    }

    private static void live(UnaryOperator<MonthFacts> fault) {
        var books = books();
        for (long seed = 0; seed < SEEDS; seed++) {
            FormulasContract.compare(
                    new Faulty(books, fault), AnyLedger.keep(books, new SplittableRandom(seed)), "seed " + seed);
        }
    }

    private static MonthFacts merged(MonthFacts facts, UnaryOperator<GroupKey> less) {
        Map<GroupKey, Statistics> sums = new HashMap<>();
        facts.groups().forEach(group -> sums.merge(less.apply(group.key()), group.statistics(), Statistics::plus));
        return new MonthFacts(sums.entrySet().stream()
                .map(sum -> new GroupTotal(sum.getKey(), sum.getValue()))
                .toList());
    }

    /** Books with other totals; what rows put into provisions is summed from these. */
    private record Faulty(Snapshots right, UnaryOperator<MonthFacts> fault) implements Snapshots {

        @Override
        public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
            return right.knownStampAtRevision(household, scopes);
        }

        @Override
        public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
            return right.stampsAtRevision(household, scopes);
        }

        @Override
        public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
            Snapshot taken = right.take(household, wanted);
            Map<YearMonth, MonthFacts> facts = faulty(taken);
            Map<YearMonth, MonthFacts> all = faulty(
                    right.take(household, SnapshotRequest.of(ViewScopes.ofMonths(Set.copyOf(AnyLedger.MONTHS)))));
            PlanBook book = taken.book();
            var changed = new PlanBook(
                    book.configs(),
                    book.fixed(),
                    book.provisions().stream()
                            .map(provision -> provision.withRows(SavingFacts.ofRows(provision.id(), all)))
                            .toList(),
                    book.accounts(),
                    book.budgets(),
                    book.settleSince());
            return new Snapshot(
                    taken.id(),
                    taken.stampAtRevision(),
                    taken.household(),
                    changed,
                    facts,
                    taken.config(),
                    taken.categories(),
                    taken.rows(),
                    taken.settled(),
                    taken.around());
        }

        private Map<YearMonth, MonthFacts> faulty(Snapshot snapshot) {
            Map<YearMonth, MonthFacts> facts = new HashMap<>();
            snapshot.facts().forEach((month, of) -> facts.put(month, fault.apply(of)));
            return facts;
        }
    }
}
