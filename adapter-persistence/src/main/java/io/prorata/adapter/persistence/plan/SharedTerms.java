package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT;
import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT_OWNER;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.POT_TERMS;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.row.Flags;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.split.SplitText;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Accounts with their owners, the pot, budgets with their terms, and the first month of settling up: few rows of several tables, read by
 * one statement, because every view of a plan needs them.
 */
public record SharedTerms(
        List<Planned<Account>> accounts,
        Timeline<Boolean> pot,
        List<Planned<Budget>> budgets,
        Optional<YearMonth> settleSince) {

    /** Separates the names of an account, which contain no control characters. */
    public static final String NAME_END = "\n";

    private static final Field<String> NO_TEXT = castNull(SQLDataType.CLOB);
    private static final Field<Long> NO_NUMBER = castNull(SQLDataType.BIGINT);

    /** The kind of a row of the statement. */
    private enum Kind {
        ACCOUNT,
        OWNER,
        POT,
        BUDGET,
        BUDGET_TERMS,
        SINCE
    }

    /** One statement: a row for each row of the tables, all with the same columns. */
    public static SharedTerms read(DSLContext sql, HouseholdId household) {
        long id = household.value();
        var reader = new Reader();
        sql.select(
                        inline(Kind.ACCOUNT.name()),
                        ACCOUNT.ACCOUNT_ID,
                        ACCOUNT.OPENING_DATE.coerce(String.class),
                        ACCOUNT.NAME,
                        ACCOUNT.NAMES.concat(NAME_END).concat(ACCOUNT.KIND),
                        ACCOUNT.COMMON,
                        ACCOUNT.OPENING_MINOR,
                        ACCOUNT.REVISION)
                .from(ACCOUNT)
                .where(ACCOUNT.HOUSEHOLD_ID.eq(id))
                .unionAll(select(
                                inline(Kind.OWNER.name()),
                                ACCOUNT_OWNER.ACCOUNT_ID,
                                ACCOUNT_OWNER.FROM_MONTH.coerce(String.class),
                                ACCOUNT_OWNER.OWNER,
                                NO_TEXT,
                                NO_NUMBER,
                                NO_NUMBER,
                                NO_NUMBER)
                        .from(ACCOUNT_OWNER)
                        .where(ACCOUNT_OWNER.HOUSEHOLD_ID.eq(id)))
                .unionAll(select(
                                inline(Kind.POT.name()),
                                NO_NUMBER,
                                POT_TERMS.FROM_MONTH.coerce(String.class),
                                NO_TEXT,
                                NO_TEXT,
                                POT_TERMS.HAS_POT,
                                NO_NUMBER,
                                NO_NUMBER)
                        .from(POT_TERMS)
                        .where(POT_TERMS.HOUSEHOLD_ID.eq(id)))
                .unionAll(select(
                                inline(Kind.BUDGET.name()),
                                BUDGET.BUDGET_ID,
                                NO_TEXT,
                                BUDGET.CATEGORY,
                                NO_TEXT,
                                NO_NUMBER,
                                NO_NUMBER,
                                BUDGET.REVISION)
                        .from(BUDGET)
                        .where(BUDGET.HOUSEHOLD_ID.eq(id)))
                .unionAll(select(
                                inline(Kind.BUDGET_TERMS.name()),
                                BUDGET_TERMS.BUDGET_ID,
                                BUDGET_TERMS.FROM_MONTH.coerce(String.class),
                                BUDGET_TERMS.SPLIT,
                                NO_TEXT,
                                NO_NUMBER,
                                BUDGET_TERMS.AMOUNT_MINOR,
                                NO_NUMBER)
                        .from(BUDGET_TERMS)
                        .where(BUDGET_TERMS.HOUSEHOLD_ID.eq(id)))
                .unionAll(select(
                                inline(Kind.SINCE.name()),
                                NO_NUMBER,
                                HOUSEHOLD.SETTLE_SINCE.coerce(String.class),
                                NO_TEXT,
                                NO_TEXT,
                                NO_NUMBER,
                                NO_NUMBER,
                                NO_NUMBER)
                        .from(HOUSEHOLD)
                        .where(HOUSEHOLD.HOUSEHOLD_ID.eq(id)))
                .forEach(reader::read);
        return reader.terms();
    }

    /** Groups the rows by kind. */
    private static final class Reader {

        private final Map<Long, Record8<String, Long, String, String, String, Long, Long, Long>> accounts =
                new TreeMap<>();
        private final Map<Long, List<Timeline.Entry<Party>>> owners = new TreeMap<>();
        private final List<Timeline.Entry<Boolean>> pot = new ArrayList<>();
        private final Map<Long, Record8<String, Long, String, String, String, Long, Long, Long>> budgets =
                new TreeMap<>();
        private final Map<Long, List<Timeline.Entry<BudgetTerms>>> budgetTerms = new TreeMap<>();
        private Optional<YearMonth> since = Optional.empty();

        void read(Record8<String, Long, String, String, String, Long, Long, Long> row) {
            switch (Kind.valueOf(row.value1())) {
                case ACCOUNT -> accounts.put(row.value2(), row);
                case OWNER ->
                    owners.computeIfAbsent(row.value2(), account -> new ArrayList<>())
                            .add(new Timeline.Entry<>(
                                    YearMonth.parse(row.value3()), Optional.of(Party.parse(row.value4()))));
                case POT ->
                    pot.add(new Timeline.Entry<>(YearMonth.parse(row.value3()), Optional.of(Flags.of(row.value6()))));
                case BUDGET -> budgets.put(row.value2(), row);
                case BUDGET_TERMS ->
                    budgetTerms
                            .computeIfAbsent(row.value2(), budget -> new ArrayList<>())
                            .add(new Timeline.Entry<>(
                                    YearMonth.parse(row.value3()), terms(row.value7(), row.value4())));
                case SINCE -> since = Optional.ofNullable(row.value3()).map(YearMonth::parse);
            }
        }

        private static Optional<BudgetTerms> terms(@Nullable Long amount, @Nullable String split) {
            return amount == null || split == null
                    ? Optional.empty()
                    : Optional.of(new BudgetTerms(new Money(amount), SplitText.parse(split)));
        }

        SharedTerms terms() {
            return new SharedTerms(
                    accounts.values().stream().map(this::account).toList(),
                    new Timeline<>(pot),
                    budgets.values().stream()
                            .map(row -> new Planned<>(
                                    new Budget(
                                            row.value2(),
                                            row.value4(),
                                            new Timeline<>(budgetTerms.getOrDefault(row.value2(), List.of()))),
                                    row.value8()))
                            .toList(),
                    since);
        }

        private Planned<Account> account(Record8<String, Long, String, String, String, Long, Long, Long> row) {
            List<String> names = Arrays.asList(row.value5().split(NAME_END));
            var account = new Account(
                    row.value2(),
                    row.value4(),
                    new TreeSet<>(names.subList(0, names.size() - 1)),
                    AccountKind.valueOf(names.get(names.size() - 1)),
                    new Timeline<>(owners.getOrDefault(row.value2(), List.of())),
                    Optional.ofNullable(row.value6()).map(Flags::of),
                    Optional.ofNullable(row.value3())
                            .map(date -> new OpeningBalance(LocalDate.parse(date), new Money(row.value7()))));
            return new Planned<>(account, row.value8());
        }
    }
}
