package io.prorata.application.ledger;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.SortedSet;

/** Changes one transaction. */
public final class ChangeTransaction {

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeTransaction(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * A row as it was left.
     *
     * @param owedByNobody the members of whom one may owe it all, if it was the pot's and common, and is no longer: now nobody will owe it
     */
    public record Changed(Ledger.Entry entry, List<MemberKey> owedByNobody) {}

    /**
     * @param stated what to change, read in the currency that the household has to have still
     * @throws RefusedException if the transaction is unknown, {@code expected} is overtaken, or the rules refuse what it would become
     */
    public Committed<PlanChange<Changed>> change(
            HouseholdId household, Actor actor, long id, Precondition expected, InCurrency<TransactionEdit> stated) {
        return work.write(household, actor, books -> {
            Ledger.Entry entry = books.ledger()
                    .entry(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownTransaction(id)));
            Stamp stamp = books.revisions().stampAt(household, entry.changedAt());
            expected.check(stamp);
            Household settings = stated.within(books.households().get(household));
            Currency currency = settings.currency();
            TransactionEdit edit = stated.thing();
            edit.attribution().requireKnown(household, settings, books);
            Typing typing = books.mappings().get(household).typing();
            Transaction before = entry.transaction();
            Transaction after = BrokenRules.at(
                    "", () -> edit.over(before, typing, RefundsBeside.of(household, books, List.of(before))));
            if (after.equals(before)) {
                return Decision.unchanged(
                        new PlanChange<>(new Changed(entry, List.of()), currency, Change.months(List.of())), stamp);
            }
            LinkedMonths linked = LinkedRows.of(household, books, before, after);
            books.ledger().replace(household, List.of(after));
            return new Decision<>(
                    new PlanChange<>(
                            new Changed(
                                    books.ledger().entry(household, id).orElseThrow(),
                                    owedByNobody(household, settings, books, before, after)),
                            currency,
                            moved(new PlansMoved(settings, clock), before, after)),
                    new Change.TransactionChanged(before.month(), after.month(), linked),
                    AuditEntry.changed("transaction changed", before, after));
        });
    }

    private static List<MemberKey> owedByNobody(
            HouseholdId household, Household settings, Books books, Transaction before, Transaction after) {
        boolean left = before.attribution().common() && !after.attribution().common();
        return left && OwedByNobody.after(books.plans().accounts(household), before, after)
                ? settings.members().stream().map(Member::key).toList()
                : List.of();
    }

    /** A label, a tag or a note is in no figure. */
    private static SortedSet<YearMonth> moved(PlansMoved moved, Transaction before, Transaction after) {
        boolean sameFigures = before.month().equals(after.month())
                && GroupKey.of(before).equals(GroupKey.of(after))
                && before.classification().equals(after.classification())
                && before.line().amount().equals(after.line().amount());
        return sameFigures ? Change.months(List.of()) : moved.by(List.of(before, after));
    }
}
