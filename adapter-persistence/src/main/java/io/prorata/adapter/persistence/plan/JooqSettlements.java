package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.SETTLEMENT;

import io.prorata.adapter.persistence.row.Counters;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Settlements;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** Settlements in their tables. */
public final class JooqSettlements implements Settlements {

    private final DSLContext sql;
    private final Revisions revisions;

    public JooqSettlements(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public Optional<Entry> find(HouseholdId household, long id) {
        return SettlementRows.entries(sql, household, SETTLEMENT.SETTLEMENT_ID.eq(id)).stream()
                .findFirst();
    }

    @Override
    public List<Entry> list(HouseholdId household, YearMonth from, YearMonth to) {
        return SettlementRows.entries(sql, household, SETTLEMENT.MONTH.between(from, to));
    }

    @Override
    public long nextId(HouseholdId household) {
        return Counters.next(sql, household, "settlement", 1);
    }

    @Override
    public void add(HouseholdId household, Settlement settlement) {
        SettlementRows.add(sql, household, settlement, making(household));
    }

    @Override
    public void replace(HouseholdId household, Settlement settlement) {
        SettlementRows.replace(sql, household, settlement, making(household));
    }

    @Override
    public void remove(HouseholdId household, long id) {
        SettlementRows.remove(sql, household, id);
    }

    @Override
    public SortedSet<YearMonth> monthsNamingRowsOf(HouseholdId household, Collection<YearMonth> months) {
        return months.isEmpty() ? new TreeSet<>() : SettlementRows.monthsNamingRowsOf(sql, household, months);
    }

    private long making(HouseholdId household) {
        return revisions.current(household).number();
    }
}
