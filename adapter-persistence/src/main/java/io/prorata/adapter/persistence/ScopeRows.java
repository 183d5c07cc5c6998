package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.SCOPE;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows that say when each scope last changed. */
final class ScopeRows {

    private static final String LEDGER = "ledger";
    private static final String PLAN = "plan";

    private static final Param<String> KIND = DSL.param("kind", SCOPE.KIND);
    private static final Param<String> FIRST = DSL.param("first", SCOPE.OF_MONTH);
    private static final Param<String> LAST = DSL.param("last", SCOPE.OF_MONTH);

    private static final Condition IN_RANGE =
            SCOPE.HOUSEHOLD_ID.eq(Question.HOUSEHOLD).and(SCOPE.KIND.eq(KIND)).and(SCOPE.OF_MONTH.between(FIRST, LAST));

    /** As a derived table, because an arm of a union cannot have an order of its own. */
    private static final Table<?> LATEST_ROW = DSL.select(SCOPE.REVISION, SCOPE.NONCE)
            .from(SCOPE)
            .where(IN_RANGE)
            .orderBy(SCOPE.REVISION.desc())
            .limit(DSL.inline(1))
            .asTable("latest");

    private static final Field<Long> REVISION = Objects.requireNonNull(LATEST_ROW.field(SCOPE.REVISION));
    private static final Field<Long> NONCE = Objects.requireNonNull(LATEST_ROW.field(SCOPE.NONCE));

    private static final Question ALL = Question.of(SCOPE, SCOPE.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));
    private static final Question RANGE = Question.of(List.of(KIND, FIRST, LAST), SCOPE, IN_RANGE);
    private static final Question LATEST =
            Question.of(List.of(KIND, FIRST, LAST), List.of(REVISION, NONCE), select -> select.from(LATEST_ROW));

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

    static void advance(DSLContext sql, HouseholdId household, Set<Scope> scopes, Stamp stamp) {
        for (Scope scope : scopes) {
            Row row = Row.of(scope);
            sql.insertInto(SCOPE)
                    .set(SCOPE.HOUSEHOLD_ID, household.value())
                    .set(SCOPE.KIND, row.kind())
                    .set(SCOPE.OF_MONTH, row.month())
                    .set(SCOPE.REVISION, stamp.revision())
                    .set(SCOPE.NONCE, stamp.nonce())
                    .onConflict(SCOPE.HOUSEHOLD_ID, SCOPE.KIND, SCOPE.OF_MONTH)
                    .doUpdate()
                    .set(SCOPE.REVISION, stamp.revision())
                    .set(SCOPE.NONCE, stamp.nonce())
                    .execute();
        }
    }

    /** Asks when each scope of a household last changed. */
    static Supplier<Map<Scope, Stamp>> askAll(Together together, HouseholdId household) {
        var stamps = together.ask(ALL, household);
        return () -> stamps.rows().stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new Row(row.get(SCOPE.KIND), row.get(SCOPE.OF_MONTH)).scope(),
                        row -> new Stamp(row.get(SCOPE.REVISION), row.get(SCOPE.NONCE))));
    }

    /** Asks when the ledgers of {@code months} last changed; what has never changed is not in the answer. */
    static Supplier<Map<YearMonth, Stamp>> askLedgers(
            Together together, HouseholdId household, Collection<YearMonth> months) {
        List<Together.Part> runs = MonthRun.of(months).stream()
                .map(run -> together.ask(
                        RANGE,
                        household,
                        LEDGER,
                        run.first().toString(),
                        run.last().toString()))
                .toList();
        return () -> runs.stream()
                .flatMap(run -> run.rows().stream())
                .collect(Collectors.toUnmodifiableMap(
                        row -> YearMonth.parse(row.get(SCOPE.OF_MONTH)),
                        row -> new Stamp(row.get(SCOPE.REVISION), row.get(SCOPE.NONCE))));
    }

    /** Asks when any of {@code scopes} last changed: what depends on nothing never has. */
    static Supplier<Stamp> ask(Together together, HouseholdId household, ViewScopes scopes) {
        List<Together.Part> latest = new ArrayList<>();
        for (MonthRun run : MonthRun.of(scopes.ledgers())) {
            latest.add(together.ask(
                    LATEST,
                    household,
                    LEDGER,
                    run.first().toString(),
                    run.last().toString()));
        }
        for (Scope other : scopes.others()) {
            Row row = Row.of(other);
            latest.add(together.ask(LATEST, household, row.kind(), row.month(), row.month()));
        }
        scopes.planUpTo().ifPresent(month -> latest.add(together.ask(LATEST, household, PLAN, "", month.toString())));
        return () -> latest.stream()
                .flatMap(part -> part.rows().stream())
                .map(row -> new Stamp(row.get(REVISION), row.get(NONCE)))
                .max(Comparator.comparingLong(Stamp::revision))
                .orElse(Stamp.NEVER);
    }
}
