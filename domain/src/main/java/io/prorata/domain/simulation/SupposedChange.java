package io.prorata.domain.simulation;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.YearMonth;

/** One change of a plan, as it would be made for real. */
public sealed interface SupposedChange {

    /** A config takes effect in its month; a version from the same month is superseded. */
    record ConfigAdopted(Config config) implements SupposedChange {}

    /** A bill that is not there yet. */
    record BillPlanned(FixedExpense bill) implements SupposedChange {}

    /** New terms of the bill {@code id} from a month on. */
    record BillRevised(long id, YearMonth from, FixedTerms terms) implements SupposedChange {}

    /** The bill {@code id} ends; {@code from} is the first month without it. */
    record BillEnded(long id, YearMonth from) implements SupposedChange {}

    /** A provision that is not there yet. */
    record ProvisionPlanned(Provision provision) implements SupposedChange {}

    /** New terms of the provision {@code id} from a month on. */
    record ProvisionRevised(long id, YearMonth from, ProvisionTerms terms) implements SupposedChange {}

    /** The provision {@code id} ends; {@code from} is the first month without it. */
    record ProvisionEnded(long id, YearMonth from) implements SupposedChange {}

    /** A budget that is not there yet. */
    record BudgetPlanned(Budget budget) implements SupposedChange {}

    /** New terms of the budget {@code id} from a month on. */
    record BudgetRevised(long id, YearMonth from, BudgetTerms terms) implements SupposedChange {}

    /** The budget {@code id} ends; {@code from} is the first month without it. */
    record BudgetEnded(long id, YearMonth from) implements SupposedChange {}

    /** A row that is not in the ledger. */
    record RowRecorded(Transaction row) implements SupposedChange {}
}
