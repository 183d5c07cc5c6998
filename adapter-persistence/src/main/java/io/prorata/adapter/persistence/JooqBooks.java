package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.application.port.Books;
import io.prorata.application.port.Households;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Mappings;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Tokens;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** The books as they are inside one transaction. */
final class JooqBooks implements Books, Revisions {

    private static final Param<Long> AT = DSL.param("at", AUDIT.REVISION);

    private static final Question CHANGE = Question.of(
            List.of(AT),
            List.of(AUDIT.NONCE),
            select -> select.from(AUDIT)
                    .where(AUDIT.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                    .and(AUDIT.REVISION.eq(AT)));

    private static final Question LATEST_CHANGE = Question.of(
            List.of(),
            List.of(AUDIT.NONCE),
            select -> select.from(AUDIT)
                    .where(AUDIT.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                    .and(AUDIT.REVISION.eq(DSL.select(HOUSEHOLD.REVISION)
                            .from(HOUSEHOLD)
                            .where(HOUSEHOLD.HOUSEHOLD_ID.eq(Question.HOUSEHOLD)))));

    private final DSLContext sql;
    private final String epoch;
    private final Optional<Revision> making;

    /** For a read. */
    JooqBooks(DSLContext sql, String epoch) {
        this.sql = sql;
        this.epoch = epoch;
        this.making = Optional.empty();
    }

    /** For the write that makes {@code revision}. */
    JooqBooks(DSLContext sql, Revision revision) {
        this.sql = sql;
        this.epoch = revision.epoch();
        this.making = Optional.of(revision);
    }

    @Override
    public Households households() {
        return new JooqHouseholds(sql);
    }

    @Override
    public Plans plans() {
        return new JooqPlans(sql, this);
    }

    @Override
    public Ledger ledger() {
        return new JooqLedger(sql, this);
    }

    @Override
    public Imports imports() {
        return new JooqImports(sql, this);
    }

    @Override
    public Mappings mappings() {
        return new JooqMappings(sql);
    }

    @Override
    public Tokens tokens() {
        return new JooqTokens(sql);
    }

    @Override
    public Revisions revisions() {
        return this;
    }

    @Override
    public Revision current(HouseholdId household) {
        return making.orElseGet(() ->
                new Revision(epoch, only(HouseholdRows.SETTINGS, household).get(HOUSEHOLD.REVISION)));
    }

    @Override
    public Stamp stampAt(HouseholdId household, long revision) {
        return new Stamp(revision, only(CHANGE, household, revision).get(AUDIT.NONCE));
    }

    @Override
    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
        var together = new Together(sql);
        var settings = together.ask(HouseholdRows.SETTINGS, household);
        Supplier<Stamp> stamp = ScopeRows.ask(together, household, scopes);
        together.fetch();
        return new StampAtRevision(stamp.get(), revision(settings));
    }

    @Override
    public StampAtRevision latest(HouseholdId household) {
        var together = new Together(sql);
        var settings = together.ask(HouseholdRows.SETTINGS, household);
        var change = together.ask(LATEST_CHANGE, household);
        together.fetch();
        Revision revision = revision(settings);
        return new StampAtRevision(new Stamp(revision.number(), change.single().get(AUDIT.NONCE)), revision);
    }

    private Revision revision(Together.Part settings) {
        return new Revision(epoch, settings.single().get(HOUSEHOLD.REVISION));
    }

    private Together.Row only(Question question, HouseholdId household, Object... others) {
        var together = new Together(sql);
        var answer = together.ask(question, household, others);
        together.fetch();
        return answer.single();
    }

    @Override
    public Stamp stampOf(HouseholdId household, ViewScopes scopes) {
        var together = new Together(sql);
        Supplier<Stamp> stamp = ScopeRows.ask(together, household, scopes);
        together.fetch();
        return stamp.get();
    }
}
