package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.adapter.persistence.generated.Tables.NAME_CHANGE;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.row.ScopeRows;
import io.prorata.application.port.Changes;
import io.prorata.application.port.Revisions;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The changes in the audit. */
final class JooqChanges implements Changes {

    private static final List<Field<?>> COLUMNS =
            List.of(AUDIT.REVISION, AUDIT.AT, AUDIT.ACTOR, AUDIT.WHAT, AUDIT.THING_ID, AUDIT.STALE);
    private static final Field<Boolean> REMOVES =
            DSL.field(AUDIT.AFTER.isNull()).as("removes");

    private final DSLContext sql;
    private final Revisions revisions;

    JooqChanges(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public List<LoggedChange> after(HouseholdId household, long revision, int limit) {
        return sql.select(COLUMNS)
                .select(REMOVES)
                .from(AUDIT)
                .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                .and(AUDIT.REVISION.gt(revision))
                .orderBy(AUDIT.REVISION)
                .limit(limit)
                .fetch(JooqChanges::change);
    }

    @Override
    public List<LoggedEntry> before(HouseholdId household, long revision, HistoryFilter filter, int limit) {
        return entries(household, AUDIT.REVISION.lt(revision).and(condition(filter)), limit);
    }

    @Override
    public Optional<LoggedEntry> of(HouseholdId household, long revision) {
        return entries(household, AUDIT.REVISION.eq(revision), 1).stream().findFirst();
    }

    private List<LoggedEntry> entries(HouseholdId household, Condition condition, int limit) {
        return sql.select(COLUMNS)
                .select(REMOVES, AUDIT.BEFORE, AUDIT.AFTER)
                .from(AUDIT)
                .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                .and(condition)
                .orderBy(AUDIT.REVISION.desc())
                .limit(limit)
                .fetch(row -> new LoggedEntry(change(row), row.get(AUDIT.BEFORE), row.get(AUDIT.AFTER)));
    }

    /** Texts are compared as the audit has them: kinds are lower case, and scopes stand between commas. */
    private static Condition condition(HistoryFilter filter) {
        Condition kind = filter.kind()
                // A kind is followed by one verb.
                .map(name -> AUDIT.WHAT.startsWith(name + " ").and(AUDIT.WHAT.notLike(name + " % %")))
                .orElse(noCondition());
        Condition id = filter.id().isPresent() ? AUDIT.THING_ID.eq(filter.id().getAsLong()) : noCondition();
        Condition month = filter.month()
                .map(one -> DSL.concat(DSL.inline(","), AUDIT.STALE, DSL.inline(","))
                        .contains("," + ScopeRows.text(Set.of(new Scope.Ledger(one))) + ","))
                .orElse(noCondition());
        Condition actor = filter.actor()
                .map(name -> DSL.lower(AUDIT.ACTOR).contains(name.toLowerCase(Locale.ROOT)))
                .orElse(noCondition());
        return kind.and(id).and(month).and(actor);
    }

    private static LoggedChange change(Record row) {
        Long id = row.get(AUDIT.THING_ID);
        return new LoggedChange(
                row.get(AUDIT.REVISION),
                row.get(AUDIT.AT),
                row.get(AUDIT.ACTOR),
                row.get(AUDIT.WHAT),
                id == null ? OptionalLong.empty() : OptionalLong.of(id),
                row.get(REMOVES),
                Optional.ofNullable(row.get(AUDIT.STALE)).map(ScopeRows::scopes));
    }

    @Override
    public void note(HouseholdId household, List<NameChange> names) {
        long revision = revisions.current(household).number();
        for (int position = 0; position < names.size(); position++) {
            NameChange name = names.get(position);
            sql.insertInto(NAME_CHANGE)
                    .set(NAME_CHANGE.HOUSEHOLD_ID, household.value())
                    .set(NAME_CHANGE.REVISION, revision)
                    .set(NAME_CHANGE.POSITION, (long) position)
                    .set(NAME_CHANGE.THING, name.thing().name())
                    .set(NAME_CHANGE.THING_KEY, name.key())
                    .set(NAME_CHANGE.BEFORE, name.before())
                    .set(NAME_CHANGE.AFTER, name.after())
                    .execute();
        }
    }

    @Override
    public List<NameChange> names(HouseholdId household, long revision) {
        return sql.selectFrom(NAME_CHANGE)
                .where(NAME_CHANGE.HOUSEHOLD_ID.eq(household.value()))
                .and(NAME_CHANGE.REVISION.eq(revision))
                .orderBy(NAME_CHANGE.POSITION)
                .fetch(row -> new NameChange(
                        NamedThing.valueOf(row.getThing()), row.getThingKey(), row.getBefore(), row.getAfter()));
    }
}
