package io.prorata.bootstrap.demo;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.bootstrap.composition.UseCases;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Creates the sample household: three years of plausible data, up to today. */
public final class SampleHousehold {

    static final int MONTHS = 36;
    private static final Actor SAMPLE = new Actor("sample");

    private final UnitOfWork work;
    private final Clock clock;
    private final LocalDate today;
    private final YearMonth first;
    private final PlanBook plan;

    public SampleHousehold(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
        this.today = LocalDate.now(clock.withZone(SamplePlan.HOUSEHOLD.zone()));
        this.first = YearMonth.from(today).minusMonths(MONTHS - 1);
        this.plan = SamplePlan.of(first, today);
    }

    /** Returns the current month in the household's zone. */
    public static YearMonth currentMonth(Clock clock) {
        return SamplePlan.HOUSEHOLD.monthAt(clock.instant());
    }

    /** Creates the household and its books; the same day gives the same books. */
    public HouseholdId settle() {
        HouseholdId household =
                UseCases.over(work, clock).household().createHousehold().create(SAMPLE, SamplePlan.HOUSEHOLD);
        plan.configs().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(config -> adopt(household, config));
        plan.fixed().forEach(expense -> plan(household, expense));
        plan.provisions().forEach(provision -> plan(household, provision));
        for (YearMonth month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            record(household, month);
        }
        return household;
    }

    private void adopt(HouseholdId household, Config config) {
        work.write(household, SAMPLE, books -> {
            var numbered =
                    new Config(books.plans().nextConfigId(household), config.from(), config.members(), config.key());
            books.plans().add(household, numbered);
            return new Decision<>(
                    numbered, new Change.ConfigAdopted(config.from()), AuditEntry.added("config adopted", numbered));
        });
    }

    private void plan(HouseholdId household, FixedExpense expense) {
        work.write(household, SAMPLE, books -> {
            var numbered = new FixedExpense(
                    books.plans().nextFixedExpenseId(household),
                    expense.label(),
                    expense.category(),
                    expense.paidBy(),
                    expense.terms());
            books.plans().add(household, numbered);
            return new Decision<>(
                    numbered,
                    new Change.FixedExpensePlanned(begin(expense.terms())),
                    AuditEntry.added("fixed expense planned", numbered));
        });
    }

    private void plan(HouseholdId household, Provision provision) {
        work.write(household, SAMPLE, books -> {
            var numbered = new Provision(
                    books.plans().nextProvisionId(household),
                    provision.card(),
                    provision.opening(),
                    provision.terms(),
                    provision.movements());
            books.plans().add(household, numbered);
            return new Decision<>(
                    numbered,
                    new Change.ProvisionPlanned(begin(provision.terms())),
                    AuditEntry.added("provision planned", numbered));
        });
    }

    /** The record of a month's rows in the audit. */
    private record Recorded(YearMonth month, int rows) {}

    private void record(HouseholdId household, YearMonth month) {
        List<Transaction> rows = SampleLedger.of(plan, first, month, today);
        if (rows.isEmpty()) {
            return;
        }
        work.write(household, SAMPLE, books -> {
            long id = books.ledger().nextIds(household, rows.size());
            books.ledger()
                    .add(
                            household,
                            OptionalLong.empty(),
                            IntStream.range(0, rows.size())
                                    .mapToObj(i -> numbered(rows.get(i), id + i))
                                    .toList());
            var recorded = new Recorded(month, rows.size());
            return new Decision<>(
                    recorded,
                    new Change.TransactionRecorded(month),
                    AuditEntry.added("transactions recorded", recorded));
        });
    }

    private static Transaction numbered(Transaction row, long id) {
        return new Transaction(id, row.line(), row.classification(), row.typedBy(), row.tags());
    }

    private static YearMonth begin(Timeline<?> timeline) {
        return timeline.entries().getFirst().from();
    }
}
