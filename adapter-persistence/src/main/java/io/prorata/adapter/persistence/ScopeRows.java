package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.SCOPE;

import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows that say when each scope last changed. */
final class ScopeRows {

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
        var stamps = together.ask(SCOPE, SCOPE.HOUSEHOLD_ID.eq(household.value()));
        return () -> stamps.rows().stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new Row(row.get(SCOPE.KIND), row.get(SCOPE.OF_MONTH)).scope(),
                        row -> new Stamp(row.get(SCOPE.REVISION), row.get(SCOPE.NONCE))));
    }

    static Supplier<Stamp> ask(Together together, HouseholdId household, ViewScopes scopes) {
        // As a derived table, because an arm of a union cannot have an order of its own.
        Table<?> latest = DSL.select(SCOPE.REVISION, SCOPE.NONCE)
                .from(SCOPE)
                .where(SCOPE.HOUSEHOLD_ID.eq(household.value()))
                .and(covers(scopes))
                .orderBy(SCOPE.REVISION.desc())
                .limit(DSL.inline(1))
                .asTable("latest");
        Field<Long> revision = Objects.requireNonNull(latest.field(SCOPE.REVISION));
        Field<Long> nonce = Objects.requireNonNull(latest.field(SCOPE.NONCE));
        var stamps = together.ask(List.of(revision, nonce), select -> select.from(latest));
        return () -> stamps.rows().stream()
                .findFirst()
                .map(row -> new Stamp(row.get(revision), row.get(nonce)))
                .orElse(Stamp.NEVER);
    }

    private static Condition covers(ViewScopes scopes) {
        // Not noCondition() to begin with: what depends on nothing must not depend on everything.
        Condition covered = DSL.falseCondition();
        for (MonthRun run : MonthRun.of(scopes.ledgers())) {
            covered = covered.or(SCOPE.KIND
                    .eq(LEDGER)
                    .and(SCOPE.OF_MONTH.between(
                            run.first().toString(), run.last().toString())));
        }
        for (Scope other : scopes.others()) {
            covered = covered.or(is(Row.of(other)));
        }
        if (scopes.planUpTo().isPresent()) {
            covered = covered.or(SCOPE.KIND
                    .eq(PLAN)
                    .and(SCOPE.OF_MONTH.le(scopes.planUpTo().get().toString())));
        }
        return covered;
    }

    private static Condition is(Row row) {
        return SCOPE.KIND.eq(row.kind()).and(SCOPE.OF_MONTH.eq(row.month()));
    }
}
