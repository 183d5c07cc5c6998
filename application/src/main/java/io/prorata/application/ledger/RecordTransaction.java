package io.prorata.application.ledger;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.RowChoices;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enters one transaction by hand. */
public final class RecordTransaction {

    private final UnitOfWork work;
    private final Clock clock;

    public RecordTransaction(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What to enter.
     *
     * @param type as the household's mapping says if empty
     */
    public record Command(
            BankLine line,
            Optional<ExpenseType> type,
            @Nullable String category,
            @Nullable String subcategory,
            boolean excluded,
            SortedSet<String> tags,
            AttributionEdit attribution,
            @Nullable String note) {

        /** Of a row of which nothing else is stated. */
        public Command(
                BankLine line,
                Optional<ExpenseType> type,
                @Nullable String category,
                @Nullable String subcategory,
                boolean excluded,
                SortedSet<String> tags) {
            this(line, type, category, subcategory, excluded, tags, AttributionEdit.NONE, null);
        }

        /** Returns this command with names as they are spelled in the books. */
        Command spelled(KnownNames categories, KnownNames tagNames) {
            KnownNames.Names names = categories.named(category, subcategory);
            return new Command(
                    line,
                    type,
                    names.category(),
                    names.subcategory(),
                    excluded,
                    tagNames.spelled(tags),
                    attribution,
                    note);
        }

        /** Returns the category and the subcategory, as far as they are stated. */
        Set<String> names() {
            return Stream.of(category, subcategory).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        }

        /** Returns the transaction that this becomes, of an account as {@code accounts} describe it, before it is sorted. */
        Transaction as(long id, Typing typing, Accounts accounts) {
            Optional<ExpenseType> chosen = type.or(attribution::type);
            ExpenseType typed = chosen.orElseGet(() -> typing.of(line.amount(), category, subcategory));
            Attribution usual = accounts.onArrival(line.account(), typed, YearMonth.from(line.date()));
            Transaction stated = new Transaction(
                    id,
                    line,
                    new Classification(typed, category, subcategory, excluded),
                    attribution.over(usual, typed),
                    chosen.isPresent() ? TypedBy.PERSON : TypedBy.RULE,
                    tags,
                    note);
            return stated.with(new RowChoices(chosen(), Collections.emptySortedMap(), null));
        }

        /** Returns what is stated besides the type: a person has chosen it. */
        private Set<RowField> chosen() {
            Set<RowField> chosen = attribution.chosen();
            if (category != null) {
                chosen.add(RowField.CATEGORY);
            }
            if (subcategory != null) {
                chosen.add(RowField.SUBCATEGORY);
            }
            if (excluded) {
                chosen.add(RowField.EXCLUDED);
            }
            if (!tags.isEmpty()) {
                chosen.add(RowField.TAGS);
            }
            return chosen;
        }
    }

    /** @param stated the command, read in the currency that the household has to have still */
    public Committed<PlanChange<Transaction>> record(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            Transaction transaction = NewRow.of(
                    household, settings, books, command, () -> books.ledger().nextIds(household, 1));
            books.ledger().add(household, OptionalLong.empty(), List.of(transaction));
            return new Decision<>(
                    new PlanChange<>(
                            transaction, settings.currency(), new PlansMoved(settings, clock).by(List.of(transaction))),
                    new Change.TransactionRecorded(
                            transaction.month(),
                            LinkedMonths.of(List.of(), List.of(transaction), Change.months(List.of()))),
                    AuditEntry.added("transaction recorded", transaction));
        });
    }
}
