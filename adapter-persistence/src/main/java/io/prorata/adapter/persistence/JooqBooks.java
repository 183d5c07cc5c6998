package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.ledger.JooqImportProfiles;
import io.prorata.adapter.persistence.ledger.JooqImports;
import io.prorata.adapter.persistence.ledger.JooqLedger;
import io.prorata.adapter.persistence.ledger.JooqMappings;
import io.prorata.adapter.persistence.ledger.JooqRules;
import io.prorata.adapter.persistence.plan.JooqAccountRegister;
import io.prorata.adapter.persistence.plan.JooqPlans;
import io.prorata.adapter.persistence.plan.JooqSettlements;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.adapter.persistence.row.ScopeRows;
import io.prorata.application.port.AccountRegister;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes;
import io.prorata.application.port.Households;
import io.prorata.application.port.ImportProfiles;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Mappings;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Rules;
import io.prorata.application.port.Settlements;
import io.prorata.application.port.Tokens;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** The books inside one transaction. */
final class JooqBooks implements Books, Revisions {

    private final DSLContext sql;
    private final TextIndex textIndex;
    private final String epoch;
    private final Optional<Revision> making;
    private final long code;

    /** For a read. */
    JooqBooks(DSLContext sql, TextIndex textIndex, String epoch) {
        this.sql = sql;
        this.textIndex = textIndex;
        this.epoch = epoch;
        this.making = Optional.empty();
        this.code = 0;
    }

    /**
     * For the write that makes {@code revision}.
     *
     * @param code version of the code that writes
     */
    JooqBooks(DSLContext sql, TextIndex textIndex, Revision revision, long code) {
        this.sql = sql;
        this.textIndex = textIndex;
        this.epoch = revision.epoch();
        this.making = Optional.of(revision);
        this.code = code;
    }

    @Override
    public Households households() {
        return new JooqHouseholds(sql, this);
    }

    @Override
    public Plans plans() {
        return new JooqPlans(sql, this);
    }

    @Override
    public AccountRegister accounts() {
        return new JooqAccountRegister(sql, this);
    }

    @Override
    public Settlements settlements() {
        return new JooqSettlements(sql, this);
    }

    @Override
    public Ledger ledger() {
        return new JooqLedger(sql, textIndex, this, code);
    }

    @Override
    public Imports imports() {
        return new JooqImports(sql, this);
    }

    @Override
    public ImportProfiles importProfiles() {
        return new JooqImportProfiles(sql);
    }

    @Override
    public Mappings mappings() {
        return new JooqMappings(sql);
    }

    @Override
    public Rules rules() {
        return new JooqRules(sql, this);
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
    public Changes changes() {
        return new JooqChanges(sql, this);
    }

    @Override
    public Revision current(HouseholdId household) {
        return making.orElseGet(() -> new Revision(epoch, HouseholdRows.revision(sql, household)));
    }

    @Override
    public Stamp stampAt(HouseholdId household, long revision) {
        return new Stamp(
                revision,
                sql.select(AUDIT.NONCE)
                        .from(AUDIT)
                        .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                        .and(AUDIT.REVISION.eq(revision))
                        .fetchSingle(AUDIT.NONCE));
    }

    @Override
    public Map<Long, Stamp> stampsAt(HouseholdId household, Set<Long> revisions) {
        return sql.select(AUDIT.REVISION, AUDIT.NONCE)
                .from(AUDIT)
                .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                .and(AUDIT.REVISION.in(revisions))
                .fetchMap(AUDIT.REVISION, row -> new Stamp(row.value1(), row.value2()));
    }

    @Override
    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
        return ScopeRows.stampAtRevision(sql, household, scopes, epoch);
    }

    @Override
    public StampAtRevision latest(HouseholdId household) {
        return sql.select(HOUSEHOLD.REVISION, AUDIT.NONCE)
                .from(HOUSEHOLD)
                .join(AUDIT)
                .on(AUDIT.HOUSEHOLD_ID.eq(HOUSEHOLD.HOUSEHOLD_ID))
                .and(AUDIT.REVISION.eq(HOUSEHOLD.REVISION))
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchOptional(row ->
                        new StampAtRevision(new Stamp(row.value1(), row.value2()), new Revision(epoch, row.value1())))
                .orElseThrow(HouseholdRows.unknown(household));
    }

    @Override
    public Stamp stampOf(HouseholdId household, ViewScopes scopes) {
        return ScopeRows.stamp(sql, household, scopes);
    }
}
