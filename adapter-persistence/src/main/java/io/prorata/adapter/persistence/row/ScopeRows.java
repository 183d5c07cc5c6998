package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.SCOPE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.prorata.adapter.persistence.cache.StampCache.HouseholdStamps;
import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.generated.tables.records.ScopeRecord;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;

/** The rows that say when each scope last changed. */
public final class ScopeRows {

    private static final String LEDGER = "ledger";
    private static final String PLAN = "plan";

    private ScopeRows() {}

    private record Row(String kind, String month) {
        static Row of(Scope scope) {
            return switch (scope) {
                case Scope.Ledger(YearMonth month) -> new Row(LEDGER, month.toString());
                case Scope.Plan(YearMonth from) -> new Row(PLAN, from.toString());
                case Scope.Catalogue() -> new Row("catalogue", "");
                case Scope.Imports() -> new Row("imports", "");
                case Scope.Mapping() -> new Row("mapping", "");
                case Scope.Access() -> new Row("access", "");
            };
        }

        Scope scope() {
            return switch (kind) {
                case LEDGER -> new Scope.Ledger(YearMonth.parse(month));
                case PLAN -> new Scope.Plan(YearMonth.parse(month));
                case "catalogue" -> new Scope.Catalogue();
                case "imports" -> new Scope.Imports();
                case "mapping" -> new Scope.Mapping();
                case "access" -> new Scope.Access();
                default -> throw new IllegalStateException("no such scope: " + kind);
            };
        }
    }

    /** Writes scopes down as one text, in which they are found again. */
    public static String text(Set<Scope> scopes) {
        return scopes.stream()
                .map(Row::of)
                .map(row -> row.month().isEmpty() ? row.kind() : row.kind() + " " + row.month())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} wrote. */
    public static Set<Scope> scopes(String text) {
        return Arrays.stream(text.split(","))
                .map(scope -> scope.split(" ", 2))
                .map(parts -> new Row(parts[0], parts.length == 1 ? "" : parts[1]).scope())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static void advance(DSLContext sql, HouseholdId household, Set<Scope> scopes, Stamp stamp) {
        for (Scope scope : scopes) {
            Row row = Row.of(scope);
            var advanced = new ScopeRecord();
            advanced.setHouseholdId(household.value());
            advanced.setKind(row.kind());
            advanced.setOfMonth(row.month());
            advanced.setRevision(stamp.revision());
            advanced.setNonce(stamp.nonce());
            sql.insertInto(SCOPE)
                    .set(RowDigest.digested(advanced))
                    .onConflict(SCOPE.HOUSEHOLD_ID, SCOPE.KIND, SCOPE.OF_MONTH)
                    .doUpdate()
                    .set(SCOPE.REVISION, stamp.revision())
                    .set(SCOPE.NONCE, stamp.nonce())
                    .set(SCOPE.DIGEST, advanced.getDigest())
                    .execute();
        }
    }

    /** Reads when each scope of a household last changed, and its revision: one statement. */
    public static HouseholdStamps all(DSLContext sql, HouseholdId household, String epoch) {
        var rows = sql.select(HOUSEHOLD.REVISION, SCOPE)
                .from(HOUSEHOLD)
                .leftJoin(SCOPE)
                .on(SCOPE.HOUSEHOLD_ID.eq(HOUSEHOLD.HOUSEHOLD_ID))
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetch();
        Map<Scope, Stamp> stamps = rows.stream()
                .map(Record2::value2)
                .filter(row -> row != null && row.getKind() != null)
                .collect(Collectors.toUnmodifiableMap(
                        row -> new Row(row.getKind(), row.getOfMonth()).scope(),
                        row -> new Stamp(row.getRevision(), row.getNonce())));
        long revision = rows.stream()
                .findFirst()
                .orElseThrow(HouseholdRows.unknown(household))
                .value1();
        return new HouseholdStamps(new Revision(epoch, revision), stamps);
    }

    /** Reads how far a view has come, and the household's revision: one statement. */
    public static StampAtRevision stampAtRevision(
            DSLContext sql, HouseholdId household, ViewScopes scopes, String epoch) {
        return stampsAtRevision(sql, household, List.of(scopes), epoch).getFirst();
    }

    /** Reads how far several views have come, in their order, and the household's revision: one statement. */
    public static List<StampAtRevision> stampsAtRevision(
            DSLContext sql, HouseholdId household, List<ViewScopes> views, String epoch) {
        List<Latest> latest = new ArrayList<>(views.size());
        List<Field<?>> columns = new ArrayList<>(1 + 2 * views.size());
        columns.add(HOUSEHOLD.REVISION);
        Table<?> joined = HOUSEHOLD;
        for (ViewScopes scopes : views) {
            Latest changed = latest("latest" + latest.size(), household, scopes);
            latest.add(changed);
            columns.add(changed.revision());
            columns.add(changed.nonce());
            joined = joined.leftJoin(changed.table()).on(trueCondition());
        }
        return sql.select(columns)
                .from(joined)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchOptional(row -> {
                    var revision = new Revision(epoch, row.get(HOUSEHOLD.REVISION));
                    return latest.stream()
                            .map(changed -> new StampAtRevision(changed.stamp(row), revision))
                            .toList();
                })
                .orElseThrow(HouseholdRows.unknown(household));
    }

    /** Reads when any of {@code scopes} last changed. */
    public static Stamp stamp(DSLContext sql, HouseholdId household, ViewScopes scopes) {
        Latest latest = latest("latest", household, scopes);
        return sql.select(latest.revision(), latest.nonce())
                .from(latest.table())
                .fetchOptional(latest::stamp)
                .orElse(Stamp.NEVER);
    }

    /** A derived table of one row at most: when any of some scopes last changed. */
    public record Latest(Table<?> table, Field<Long> revision, Field<Long> nonce) {

        private static Latest of(Table<Record2<Long, Long>> table) {
            return new Latest(
                    table,
                    Objects.requireNonNull(table.field(SCOPE.REVISION)),
                    Objects.requireNonNull(table.field(SCOPE.NONCE)));
        }

        /** What depends on nothing has never changed. */
        public Stamp stamp(Record row) {
            Long changed = row.get(revision);
            return changed == null ? Stamp.NEVER : new Stamp(changed, row.get(nonce));
        }
    }

    public static Latest latest(String name, HouseholdId household, ViewScopes scopes) {
        Table<Record2<Long, Long>> rows = ranges(scopes).stream()
                .map(range -> select(SCOPE.REVISION, SCOPE.NONCE)
                        .from(SCOPE)
                        .where(SCOPE.HOUSEHOLD_ID.eq(household.value()))
                        .and(range))
                .<Select<Record2<Long, Long>>>map(range -> range)
                .reduce(Select::unionAll)
                .orElseGet(() -> select(SCOPE.REVISION, SCOPE.NONCE).from(SCOPE).where(falseCondition()))
                .asTable("changed");
        Field<Long> revision = Objects.requireNonNull(rows.field(SCOPE.REVISION));
        Field<Long> nonce = Objects.requireNonNull(rows.field(SCOPE.NONCE));
        return Latest.of(select(revision, nonce)
                .from(rows)
                .orderBy(revision.desc())
                .limit(inline(1))
                .asTable(name));
    }

    /** Ranges of the primary key, for one household. */
    private static List<Condition> ranges(ViewScopes scopes) {
        List<Condition> ranges = new ArrayList<>();
        for (MonthRun run : MonthRun.of(scopes.ledgers())) {
            ranges.add(SCOPE.KIND
                    .eq(LEDGER)
                    .and(SCOPE.OF_MONTH.between(
                            run.first().toString(), run.last().toString())));
        }
        scopes.ledgersUpTo()
                .ifPresent(last -> ranges.add(SCOPE.KIND.eq(LEDGER).and(SCOPE.OF_MONTH.le(last.toString()))));
        for (Scope other : scopes.others()) {
            Row row = Row.of(other);
            ranges.add(SCOPE.KIND.eq(row.kind()).and(SCOPE.OF_MONTH.eq(row.month())));
        }
        scopes.planUpTo().ifPresent(month -> ranges.add(SCOPE.KIND.eq(PLAN).and(SCOPE.OF_MONTH.le(month.toString()))));
        return ranges;
    }

    /** Reads when the ledgers of {@code months} last changed; what has never changed is not in the answer. */
    public static Map<YearMonth, Stamp> ledgers(DSLContext sql, HouseholdId household, Collection<YearMonth> months) {
        return sql
                .selectFrom(SCOPE)
                .where(SCOPE.HOUSEHOLD_ID.eq(household.value()))
                .and(SCOPE.KIND.eq(LEDGER))
                .and(SCOPE.OF_MONTH.in(months.stream().map(YearMonth::toString).toList()))
                .fetch()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> YearMonth.parse(row.getOfMonth()), row -> new Stamp(row.getRevision(), row.getNonce())));
    }
}
