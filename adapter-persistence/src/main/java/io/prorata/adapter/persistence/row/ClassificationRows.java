package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.split.SplitText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The dictionary of group keys: a number for each key that any row has ever had. */
public final class ClassificationRows {

    /** The value for an absent name, because null equals nothing; no name is empty. */
    private static final String NONE = "";

    /** The value for an absent id; no id is zero. */
    private static final long NOBODY = 0;

    /** Above this number of keys, all rows are read. */
    private static final int FEW = 8;

    private ClassificationRows() {}

    /** Returns what rows are listed by in the order of categories. */
    public static String categoryKey(GroupKey key) {
        return TransactionOrder.categoryKey(key.category());
    }

    /** Returns the number of {@code key}, and creates one if necessary. */
    public static long number(DSLContext sql, HouseholdId household, GroupKey key) {
        return Objects.requireNonNull(numbers(sql, household, Set.of(key)).get(key));
    }

    /** Returns the numbers of all keys that any row has ever had. */
    public static Map<GroupKey, Long> numbers(DSLContext sql, HouseholdId household) {
        return sql.selectFrom(CLASSIFICATION).where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value())).fetch().stream()
                .collect(Collectors.toMap(ClassificationRows::key, ClassificationRecord::getClassificationId));
    }

    /** Returns the numbers of {@code keys}, among others, and creates missing ones. */
    public static Map<GroupKey, Long> numbers(DSLContext sql, HouseholdId household, Collection<GroupKey> keys) {
        Map<GroupKey, Long> numbers = sql
                .selectFrom(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(
                        keys.size() > FEW
                                ? noCondition()
                                : or(keys.stream().map(ClassificationRows::is).toList()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(ClassificationRows::key, ClassificationRecord::getClassificationId));
        List<GroupKey> unknown =
                keys.stream().filter(one -> !numbers.containsKey(one)).toList();
        if (!unknown.isEmpty()) {
            long last = sql.select(coalesce(max(CLASSIFICATION.CLASSIFICATION_ID), inline(0L)))
                    .from(CLASSIFICATION)
                    .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                    .fetchSingle()
                    .value1();
            for (GroupKey one : unknown) {
                numbers.put(one, ++last);
                sql.insertInto(CLASSIFICATION)
                        .set(row(sql, household, last, one))
                        .execute();
            }
        }
        return numbers;
    }

    private static ClassificationRecord row(DSLContext sql, HouseholdId household, long number, GroupKey key) {
        Attribution attribution = key.attribution();
        ClassificationRecord row = sql.newRecord(CLASSIFICATION);
        row.setHouseholdId(household.value());
        row.setClassificationId(number);
        row.setExpenseType(key.type().name());
        row.setCategory(key.category());
        row.setCategoryKey(categoryKey(key));
        row.setSubcategory(key.subcategory());
        row.setAccount(key.account());
        row.setCommon(attribution.common() ? 1L : 0L);
        row.setSplit(attribution.split().map(SplitText::of).orElse(null));
        row.setPayer(attribution.payer().map(Party::text).orElse(null));
        row.setBillId(attribution.bill().orElse(null));
        row.setProvisionId(attribution.provision().orElse(null));
        row.setSource(attribution.source().map(MoneySource::text).orElse(null));
        row.setReceived(key.received() ? 1L : 0L);
        return row;
    }

    /** Returns the rows of a type, a category and a subcategory, with any other components. */
    public static List<ClassificationRecord> find(
            DSLContext sql,
            HouseholdId household,
            ExpenseType type,
            @Nullable String category,
            @Nullable String subcategory) {
        return sql.selectFrom(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(isNamed(type, category, subcategory))
                .fetch();
    }

    /** A seek in {@code classification_by_names}. */
    private static Condition is(GroupKey key) {
        Attribution attribution = key.attribution();
        return isNamed(key.type(), key.category(), key.subcategory())
                .and(coalesce(CLASSIFICATION.ACCOUNT, inline(NONE)).eq(orNone(key.account())))
                .and(CLASSIFICATION.COMMON.eq(attribution.common() ? 1L : 0L))
                .and(coalesce(CLASSIFICATION.SPLIT, inline(NONE))
                        .eq(attribution.split().map(SplitText::of).orElse(NONE)))
                .and(coalesce(CLASSIFICATION.PAYER, inline(NONE))
                        .eq(attribution.payer().map(Party::text).orElse(NONE)))
                .and(coalesce(CLASSIFICATION.BILL_ID, inline(NOBODY))
                        .eq(attribution.bill().orElse(NOBODY)))
                .and(coalesce(CLASSIFICATION.PROVISION_ID, inline(NOBODY))
                        .eq(attribution.provision().orElse(NOBODY)))
                .and(coalesce(CLASSIFICATION.SOURCE, inline(NONE))
                        .eq(attribution.source().map(MoneySource::text).orElse(NONE)))
                .and(CLASSIFICATION.RECEIVED.eq(key.received() ? 1L : 0L));
    }

    private static Condition isNamed(ExpenseType type, @Nullable String category, @Nullable String subcategory) {
        return CLASSIFICATION
                .EXPENSE_TYPE
                .eq(type.name())
                .and(coalesce(CLASSIFICATION.CATEGORY, inline(NONE)).eq(orNone(category)))
                .and(coalesce(CLASSIFICATION.SUBCATEGORY, inline(NONE)).eq(orNone(subcategory)));
    }

    private static String orNone(@Nullable String name) {
        return Objects.requireNonNullElse(name, NONE);
    }

    /** Returns the group key of a row of a query. */
    public static GroupKey key(Record row) {
        return new GroupKey(
                ExpenseType.valueOf(row.get(CLASSIFICATION.EXPENSE_TYPE)),
                row.get(CLASSIFICATION.CATEGORY),
                row.get(CLASSIFICATION.SUBCATEGORY),
                row.get(CLASSIFICATION.ACCOUNT),
                attribution(row),
                Flags.of(row.get(CLASSIFICATION.RECEIVED)));
    }

    /** The columns that {@link #key} reads. */
    public static List<Field<?>> columns() {
        return List.of(
                CLASSIFICATION.EXPENSE_TYPE,
                CLASSIFICATION.CATEGORY,
                CLASSIFICATION.SUBCATEGORY,
                CLASSIFICATION.ACCOUNT,
                CLASSIFICATION.COMMON,
                CLASSIFICATION.SPLIT,
                CLASSIFICATION.PAYER,
                CLASSIFICATION.BILL_ID,
                CLASSIFICATION.PROVISION_ID,
                CLASSIFICATION.SOURCE,
                CLASSIFICATION.RECEIVED);
    }

    /** Returns the attribution of a classification. */
    public static Attribution attribution(Record row) {
        Long bill = row.get(CLASSIFICATION.BILL_ID);
        Long provision = row.get(CLASSIFICATION.PROVISION_ID);
        return new Attribution(
                Flags.of(row.get(CLASSIFICATION.COMMON)),
                Optional.ofNullable(row.get(CLASSIFICATION.SPLIT)).map(SplitText::parse),
                Optional.ofNullable(row.get(CLASSIFICATION.PAYER)).map(Party::parse),
                bill != null
                        ? Optional.of(new PlanLink.Bill(bill))
                        : Optional.ofNullable(provision).map(PlanLink.Provision::new),
                Optional.ofNullable(row.get(CLASSIFICATION.SOURCE)).map(MoneySource::parse));
    }

    /** Selects the numbers of classifications that meet {@code condition}. */
    public static Select<Record1<Long>> numbersWhere(HouseholdId household, Condition condition) {
        return select(CLASSIFICATION.CLASSIFICATION_ID)
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(condition);
    }

    /**
     * Returns whether {@code number} is that of a classification that meets {@code condition}, as a value that filters rows. PostgreSQL
     * computes the set once for a value; for a plain IN it may join the classifications with every row, because it does not know how
     * many rows and classifications one household has.
     */
    public static Condition isOneWhere(Field<Long> number, HouseholdId household, Condition condition) {
        return when(number.in(numbersWhere(household, condition)), inline(1))
                .otherwise(inline(0))
                .eq(inline(1));
    }

    /** Returns the numbers of classifications whose split, payer or source names {@code member}. */
    public static List<Long> naming(DSLContext sql, HouseholdId household, MemberKey member) {
        return sql
                .selectFrom(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION
                        .SPLIT
                        .isNotNull()
                        .or(CLASSIFICATION.PAYER.isNotNull())
                        .or(CLASSIFICATION.SOURCE.isNotNull()))
                .fetch()
                .stream()
                .filter(row -> attribution(row).members().contains(member))
                .map(ClassificationRecord::getClassificationId)
                .toList();
    }

    /** Returns every category that any row has ever had. */
    public static Set<String> categories(DSLContext sql, HouseholdId household) {
        return sql.select(CLASSIFICATION.CATEGORY)
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CATEGORY.isNotNull())
                .fetchSet(CLASSIFICATION.CATEGORY);
    }
}
