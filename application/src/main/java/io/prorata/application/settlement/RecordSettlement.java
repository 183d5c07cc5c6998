package io.prorata.application.settlement;

import io.prorata.application.account.SettleSince;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Enters a settlement. */
public final class RecordSettlement {

    /** A row that shows a settlement is so many days away at most. */
    private static final int DAYS_AROUND = 10;

    private static final int MOST_OFFERED = 20;

    private final UnitOfWork work;

    public RecordSettlement(UnitOfWork work) {
        this.work = work;
    }

    /**
     * A settlement as it was entered.
     *
     * @param offered rows that may show it, the latest first: of its amount, within ten days, of the account of who paid or of who received
     */
    public record Recorded(Settlement settlement, List<Long> offered) {}

    /**
     * @param stated the settlement, read in the currency that the household has to have still
     * @throws RefusedException if a party is unknown, a row is not there, or it is with a pot that is not there
     */
    public Committed<PlanChange<Recorded>> record(
            HouseholdId household, Actor actor, InCurrency<SettlementTerms> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            SettlementTerms terms = stated.thing();
            long id = books.settlements().nextId(household);
            Settlement settlement = BrokenRules.at("", () -> terms.as(id));
            SettlementRules.require(household, settings, books, settlement);
            books.settlements().add(household, settlement);
            Optional<YearMonth> since = SettleSince.setOnce(household, books, settlement.month());
            return new Decision<>(
                    new PlanChange<>(
                            new Recorded(settlement, offered(household, books, settlement)),
                            settings.currency(),
                            Change.months(List.of())),
                    new Change.SettlementRevised(Change.months(List.of(settlement.month())), since),
                    AuditEntry.added("settlement recorded", settlement));
        });
    }

    private static List<Long> offered(HouseholdId household, Books books, Settlement settlement) {
        Accounts accounts = books.plans().book(household).accounts();
        var around = TransactionFilter.ALL
                .between(
                        settlement.date().minusDays(DAYS_AROUND),
                        settlement.date().plusDays(DAYS_AROUND))
                .whichCount();
        return Stream.of(
                        rows(household, books, around, settlement.amount().negated()),
                        rows(household, books, around, settlement.amount()))
                .flatMap(List::stream)
                .filter(row -> !settlement.rows().contains(row.id()))
                .filter(row -> shows(accounts, row, settlement))
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .map(Transaction::id)
                .toList();
    }

    private static List<Transaction> rows(HouseholdId household, Books books, TransactionFilter around, Money amount) {
        return books
                .ledger()
                .list(household, around.of(amount), TransactionOrder.LATEST_FIRST, Optional.empty(), MOST_OFFERED, 0)
                .stream()
                .map(Ledger.Entry::transaction)
                .toList();
    }

    /** It left the account of who paid, or arrived in that of who received. */
    private static boolean shows(Accounts accounts, Transaction row, Settlement settlement) {
        Party party = row.line().amount().isNegative() ? settlement.from() : settlement.to();
        return row.line().account() != null
                && accounts.payer(GroupKey.of(row), row.month()).equals(Optional.of(party));
    }
}
