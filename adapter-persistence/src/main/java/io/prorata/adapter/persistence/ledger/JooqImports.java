package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_IMPORT;

import io.prorata.adapter.persistence.generated.tables.records.BankImportRecord;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Revisions;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** Imports in their table. */
public final class JooqImports implements Imports {

    private final DSLContext sql;
    private final Revisions revisions;

    public JooqImports(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public long nextId(HouseholdId household) {
        return Counters.next(sql, household, "import", 1);
    }

    @Override
    public void add(HouseholdId household, Import entry) {
        sql.insertInto(BANK_IMPORT)
                .set(BANK_IMPORT.HOUSEHOLD_ID, household.value())
                .set(BANK_IMPORT.IMPORT_ID, entry.id())
                .set(BANK_IMPORT.FILE_NAME, entry.fileName())
                .set(BANK_IMPORT.AT, entry.at())
                .set(BANK_IMPORT.ACTOR, entry.by())
                .set(BANK_IMPORT.LINES, (long) entry.lines())
                .set(BANK_IMPORT.ADDED, (long) entry.added())
                .set(BANK_IMPORT.KNOWN, (long) entry.known())
                .set(BANK_IMPORT.REFUSED, (long) entry.refused())
                .set(BANK_IMPORT.REVISION, entry.revision())
                .execute();
    }

    @Override
    public Optional<Import> find(HouseholdId household, long id) {
        return sql.selectFrom(BANK_IMPORT)
                .where(BANK_IMPORT.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_IMPORT.IMPORT_ID.eq(id))
                .fetchOptional(JooqImports::entry);
    }

    @Override
    public List<Import> all(HouseholdId household) {
        return sql.selectFrom(BANK_IMPORT)
                .where(BANK_IMPORT.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(BANK_IMPORT.IMPORT_ID.desc())
                .fetch(JooqImports::entry);
    }

    @Override
    public void recount(HouseholdId household, Import entry) {
        sql.update(BANK_IMPORT)
                .set(BANK_IMPORT.LINES, (long) entry.lines())
                .set(BANK_IMPORT.ADDED, (long) entry.added())
                .set(BANK_IMPORT.KNOWN, (long) entry.known())
                .set(BANK_IMPORT.REFUSED, (long) entry.refused())
                .where(BANK_IMPORT.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_IMPORT.IMPORT_ID.eq(entry.id()))
                .execute();
    }

    @Override
    public void undone(HouseholdId household, long id) {
        sql.update(BANK_IMPORT)
                .set(BANK_IMPORT.UNDONE_AT, revisions.current(household).number())
                .where(BANK_IMPORT.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_IMPORT.IMPORT_ID.eq(id))
                .execute();
    }

    private static Import entry(BankImportRecord row) {
        return new Import(
                row.getImportId(),
                row.getFileName(),
                row.getAt(),
                row.getActor(),
                Math.toIntExact(row.getLines()),
                Math.toIntExact(row.getAdded()),
                Math.toIntExact(row.getKnown()),
                Math.toIntExact(row.getRefused()),
                row.getRevision(),
                row.getUndoneAt() == null ? OptionalLong.empty() : OptionalLong.of(row.getUndoneAt()));
    }
}
