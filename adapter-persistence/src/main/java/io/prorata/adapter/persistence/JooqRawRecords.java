package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT;
import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT_OWNER;
import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.adapter.persistence.generated.Tables.BANK_IMPORT;
import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_RULE;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG;
import static io.prorata.adapter.persistence.generated.Tables.COUNTER;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.IMPORT_PROFILE;
import static io.prorata.adapter.persistence.generated.Tables.MONTHLY_DASHBOARD_CACHE;
import static io.prorata.adapter.persistence.generated.Tables.POT_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_MOVEMENT;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.SCOPE;
import static io.prorata.adapter.persistence.generated.Tables.SETTLEMENT;
import static io.prorata.adapter.persistence.generated.Tables.TOKEN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.substring;

import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.adapter.persistence.ledger.MonthTotalRows;
import io.prorata.adapter.persistence.ledger.MonthTotalRows.Found;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.RawRecords.KeptScope.ScopeKind;
import io.prorata.application.view.Document;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The raw values of the tables: months and dates as text, without the converters, which would fail on invalid values. */
final class JooqRawRecords implements RawRecords {

    /** Things with ids from {@link Counters}, by their name there. */
    private static final Map<String, TableField<? extends Record, Long>> COUNTED = Map.of(
            "config", CONFIG.CONFIG_ID,
            "fixed expense", FIXED_EXPENSE.FIXED_EXPENSE_ID,
            "provision", PROVISION.PROVISION_ID,
            "account", ACCOUNT.ACCOUNT_ID,
            "budget", BUDGET.BUDGET_ID,
            "settlement", SETTLEMENT.SETTLEMENT_ID,
            "import", BANK_IMPORT.IMPORT_ID,
            "import profile", IMPORT_PROFILE.PROFILE_ID,
            "transaction", BANK_TRANSACTION.TRANSACTION_ID,
            "token", TOKEN.TOKEN_ID);

    private final DSLContext sql;

    JooqRawRecords(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<HouseholdId> households() {
        return sql.select(HOUSEHOLD.HOUSEHOLD_ID)
                .from(HOUSEHOLD)
                .orderBy(HOUSEHOLD.HOUSEHOLD_ID)
                .fetch(row -> new HouseholdId(row.value1()));
    }

    @Override
    public Stamp latest(HouseholdId household) {
        return sql.select(HOUSEHOLD.REVISION, HOUSEHOLD.NONCE)
                .from(HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle(row -> new Stamp(row.value1(), row.value2()));
    }

    @Override
    public AuditSpan audit(HouseholdId household) {
        return sql.select(count(), orZero(min(AUDIT.REVISION)), orZero(max(AUDIT.REVISION)))
                .from(AUDIT)
                .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle(row -> new AuditSpan(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public Map<Long, Long> nonces(HouseholdId household) {
        return sql.select(AUDIT.REVISION, AUDIT.NONCE)
                .from(AUDIT)
                .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                .fetchMap(AUDIT.REVISION, AUDIT.NONCE);
    }

    @Override
    public List<KeptScope> scopes(HouseholdId household) {
        return sql.select(SCOPE.KIND, SCOPE.OF_MONTH, SCOPE.REVISION, SCOPE.NONCE)
                .from(SCOPE)
                .where(SCOPE.HOUSEHOLD_ID.eq(household.value()))
                .fetch(row -> new KeptScope(kind(row.value1()), row.value2(), new Stamp(row.value3(), row.value4())));
    }

    private static ScopeKind kind(String kind) {
        return switch (kind) {
            case "ledger" -> ScopeKind.LEDGER;
            case "plan" -> ScopeKind.PLAN;
            case "catalogue" -> ScopeKind.CATALOGUE;
            case "imports", "mapping", "access" -> ScopeKind.OTHER;
            default -> throw new IllegalStateException("no such scope: " + kind);
        };
    }

    @Override
    public List<Ids> ids(HouseholdId household) {
        Map<String, Long> given = sql.select(COUNTER.THING, COUNTER.LAST)
                .from(COUNTER)
                .where(COUNTER.HOUSEHOLD_ID.eq(household.value()))
                .fetchMap(COUNTER.THING, COUNTER.LAST);
        return COUNTED.entrySet().stream()
                .map(thing -> new Ids(
                        thing.getKey(), given.getOrDefault(thing.getKey(), 0L), largest(household, thing.getValue())))
                .toList();
    }

    private long largest(HouseholdId household, TableField<? extends Record, Long> id) {
        Table<?> table = Objects.requireNonNull(id.getTable());
        Field<Long> owner = Objects.requireNonNull(table.field(HOUSEHOLD.HOUSEHOLD_ID.getName(), Long.class));
        return sql.select(orZero(max(id)))
                .from(table)
                .where(owner.eq(household.value()))
                .fetchSingle()
                .value1();
    }

    @Override
    public List<KeptConfig> configs(HouseholdId household) {
        Field<String> from = asText(CONFIG.FROM_MONTH);
        return sql.select(CONFIG.CONFIG_ID, from, CONFIG.SUPERSEDED_BY)
                .from(CONFIG)
                .where(CONFIG.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(CONFIG.CONFIG_ID)
                .fetch(row -> new KeptConfig(row.value1(), row.value2(), optional(row.value3())));
    }

    @Override
    public List<KeptPlan> plans(HouseholdId household) {
        return sql.select(inline("bill"), FIXED_EXPENSE.FIXED_EXPENSE_ID, FIXED_EXPENSE.REVISION)
                .from(FIXED_EXPENSE)
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .unionAll(select(inline("provision"), PROVISION.PROVISION_ID, PROVISION.REVISION)
                        .from(PROVISION)
                        .where(PROVISION.HOUSEHOLD_ID.eq(household.value())))
                .unionAll(select(inline("budget"), BUDGET.BUDGET_ID, BUDGET.REVISION)
                        .from(BUDGET)
                        .where(BUDGET.HOUSEHOLD_ID.eq(household.value())))
                .unionAll(select(inline("account"), ACCOUNT.ACCOUNT_ID, ACCOUNT.REVISION)
                        .from(ACCOUNT)
                        .where(ACCOUNT.HOUSEHOLD_ID.eq(household.value())))
                .fetch(row -> new KeptPlan(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public List<String> planned(HouseholdId household) {
        long id = household.value();
        return sql.selectDistinct(asText(CONFIG.FROM_MONTH))
                .from(CONFIG)
                .where(CONFIG.HOUSEHOLD_ID.eq(id))
                .union(selectDistinct(asText(FIXED_EXPENSE_TERMS.FROM_MONTH))
                        .from(FIXED_EXPENSE_TERMS)
                        .where(FIXED_EXPENSE_TERMS.HOUSEHOLD_ID.eq(id)))
                .union(selectDistinct(asText(PROVISION_TERMS.FROM_MONTH))
                        .from(PROVISION_TERMS)
                        .where(PROVISION_TERMS.HOUSEHOLD_ID.eq(id)))
                .union(selectDistinct(substring(asText(PROVISION_MOVEMENT.DATE), 1, 7))
                        .from(PROVISION_MOVEMENT)
                        .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(id)))
                .union(selectDistinct(asText(BUDGET_TERMS.FROM_MONTH))
                        .from(BUDGET_TERMS)
                        .where(BUDGET_TERMS.HOUSEHOLD_ID.eq(id)))
                .union(selectDistinct(asText(ACCOUNT_OWNER.FROM_MONTH))
                        .from(ACCOUNT_OWNER)
                        .where(ACCOUNT_OWNER.HOUSEHOLD_ID.eq(id)))
                .union(selectDistinct(asText(POT_TERMS.FROM_MONTH))
                        .from(POT_TERMS)
                        .where(POT_TERMS.HOUSEHOLD_ID.eq(id)))
                .fetch(row -> row.value1());
    }

    @Override
    public List<KeptRule> rules(HouseholdId household) {
        return sql.select(CATEGORY_RULE.CATEGORY, CATEGORY_RULE.FOLDED)
                .from(CATEGORY_RULE)
                .where(CATEGORY_RULE.HOUSEHOLD_ID.eq(household.value()))
                .fetch(row -> new KeptRule(row.value1(), row.value2()));
    }

    @Override
    public Set<String> categoriesUsed(HouseholdId household) {
        return ClassificationRows.categories(sql, household);
    }

    @Override
    public void transactions(HouseholdId household, Consumer<KeptTransaction> each) {
        RawTransactions.all(sql, household, each);
    }

    /** Reads a column without its converter. */
    static Field<String> asText(Field<?> column) {
        return column.coerce(String.class);
    }

    private static Field<Long> orZero(Field<Long> column) {
        return coalesce(column, inline(0L));
    }

    static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    @Override
    public List<KeptMonth> keptMonths(HouseholdId household) {
        Found found = MonthTotalRows.all(sql, household);
        return Stream.concat(
                        found.damaged().stream().map(month -> new KeptMonth(month.toString(), Optional.empty())),
                        found.facts().entrySet().stream()
                                .map(month -> new KeptMonth(month.getKey().toString(), Optional.of(month.getValue()))))
                .toList();
    }

    @Override
    public List<KeptDocument> keptDocuments(HouseholdId household) {
        return sql.selectFrom(MONTHLY_DASHBOARD_CACHE)
                .where(MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID.eq(household.value()))
                .fetch(row -> new KeptDocument(
                        row.getQuery(),
                        row.getEpoch(),
                        row.getViewVersion(),
                        new Stamp(row.getRevision(), row.getNonce()),
                        new Document(row.getDocument())));
    }

    @Override
    public long alteredRows(HouseholdId household, Consumer<AlteredRow> each) {
        return StoredDigests.altered(
                sql, household.value(), row -> each.accept(new AlteredRow(row.table(), row.key(), row.missing())));
    }

    @Override
    public Map<Long, SortedSet<String>> tags(HouseholdId household) {
        return TagRows.all(sql, household);
    }
}
