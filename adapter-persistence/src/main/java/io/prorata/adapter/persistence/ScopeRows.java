package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.SCOPE;
import static org.jooq.impl.DSL.or;

import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

    static Stamp stampOf(DSLContext sql, HouseholdId household, ViewScopes scopes) {
        List<Condition> depends = new ArrayList<>();
        for (YearMonth month : scopes.ledgers()) {
            depends.add(is(Row.of(new Scope.Ledger(month))));
        }
        for (Scope other : scopes.others()) {
            depends.add(is(Row.of(other)));
        }
        if (scopes.planUpTo().isPresent()) {
            depends.add(SCOPE.KIND
                    .eq(PLAN)
                    .and(SCOPE.OF_MONTH.le(scopes.planUpTo().get().toString())));
        }
        if (depends.isEmpty()) {
            return Stamp.NEVER;
        }
        return sql.select(SCOPE.REVISION, SCOPE.NONCE)
                .from(SCOPE)
                .where(SCOPE.HOUSEHOLD_ID.eq(household.value()))
                .and(or(depends))
                .orderBy(SCOPE.REVISION.desc())
                .limit(DSL.inline(1))
                .fetchOptional(row -> new Stamp(row.value1(), row.value2()))
                .orElse(Stamp.NEVER);
    }

    private static Condition is(Row row) {
        return SCOPE.KIND.eq(row.kind()).and(SCOPE.OF_MONTH.eq(row.month()));
    }
}
