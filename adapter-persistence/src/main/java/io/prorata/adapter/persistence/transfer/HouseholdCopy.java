package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.RUNNING_TIME;

import io.prorata.adapter.persistence.JooqSnapshots;
import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.ReadTransactions;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.application.port.Renderer;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Copies households from one database to another, with their history, tokens and notes: from one snapshot into one transaction. Derived
 * data is not copied: finished documents and the text index.
 *
 * <p>Before the transaction ends, it compares the number of rows in each table, the digest of each row, and every view of every month, to
 * the byte. If anything differs, nothing is copied.
 */
public final class HouseholdCopy {

    private final Database from;
    private final Database to;
    private final Renderer renderer;

    public HouseholdCopy(Database from, Database to, Renderer renderer) {
        this.from = from;
        this.to = to;
        this.renderer = renderer;
    }

    /**
     * A copied household.
     *
     * @param rows in all tables
     * @param views compared views
     */
    public record Copied(HouseholdId household, long rows, long views) {}

    /**
     * Copies the household {@code one}, or all households, and returns the copies.
     *
     * @throws UnusableDatabaseException if there is no such household, the other database has one with this id already, or something
     *     differs; nothing is copied then
     */
    public List<Copied> copy(Optional<HouseholdId> one) {
        return from.read(source -> {
            List<HouseholdId> households = chosen(source, one);
            return to.writeNewHousehold(target -> copy(source, target, households), CommitListener.NONE);
        });
    }

    /**
     * Copies all households into a database without households, like {@link #copy}.
     *
     * @throws UnusableDatabaseException if the other database has a household, or for what {@link #copy} throws it for
     */
    public List<Copied> copyIntoEmpty() {
        return from.read(source -> to.writeNewHousehold(
                target -> {
                    if (target.fetchExists(HOUSEHOLD)) {
                        throw new UnusableDatabaseException(
                                "There are households already. Nothing is overwritten; name an empty database.");
                    }
                    return copy(source, target, chosen(source, Optional.empty()));
                },
                CommitListener.NONE));
    }

    private List<Copied> copy(DSLContext source, DSLContext target, List<HouseholdId> households) {
        var tables = new CopiedTables(source, target);
        List<Copied> copied = new ArrayList<>();
        for (HouseholdId household : households) {
            requireSound(source, household, "is not as it was written; nothing was copied. See: prorata verify");
            requireAbsent(target, household);
            long rows = tables.copy(household);
            requireSound(target, household, "would not be as it was written; nothing was copied");
            long views = new ViewComparison(renderer).compare(household, source, snapshots(source), snapshots(target));
            copied.add(new Copied(household, rows, views));
        }
        noteNumbers(source, target);
        return copied;
    }

    private static List<HouseholdId> chosen(DSLContext source, Optional<HouseholdId> one) {
        List<HouseholdId> all = source.select(HOUSEHOLD.HOUSEHOLD_ID)
                .from(HOUSEHOLD)
                .orderBy(HOUSEHOLD.HOUSEHOLD_ID)
                .fetch(row -> new HouseholdId(row.value1()));
        List<HouseholdId> chosen = all.stream()
                .filter(household -> one.isEmpty() || one.get().equals(household))
                .toList();
        if (chosen.isEmpty()) {
            throw new UnusableDatabaseException(one.map(household -> "There is no household " + household + " to copy.")
                    .orElse("There is no household to copy."));
        }
        return chosen;
    }

    private static void requireAbsent(DSLContext target, HouseholdId household) {
        if (target.fetchExists(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))) {
            throw new UnusableDatabaseException(
                    "A household " + household + " is there already. Nothing is overwritten; name another database.");
        }
    }

    private static void requireSound(DSLContext sql, HouseholdId household, String otherwise) {
        StoredDigests.altered(sql, household.value(), row -> {
            throw new UnusableDatabaseException("Household " + household + ", "
                    + (row.table().replace('_', ' ') + " " + row.key()).strip() + " " + otherwise + ".");
        });
    }

    /** Ids are not reused, and stored responses keep their lifetime. */
    private static void noteNumbers(DSLContext source, DSLContext target) {
        long last = source.fetchSingle(BOOK).getLastHousehold();
        target.update(BOOK)
                .set(BOOK.LAST_HOUSEHOLD, last)
                .where(BOOK.LAST_HOUSEHOLD.lt(last))
                .execute();
        long millis = source.fetchSingle(RUNNING_TIME).getMillis();
        target.update(RUNNING_TIME)
                .set(RUNNING_TIME.MILLIS, millis)
                .where(RUNNING_TIME.MILLIS.lt(millis))
                .execute();
    }

    /** Reads inside the running transaction. */
    private static JooqSnapshots snapshots(DSLContext sql) {
        return new JooqSnapshots(new ReadTransactions() {
            @Override
            public <T> T read(Function<DSLContext, T> work) {
                return work.apply(sql);
            }

            @Override
            public <T> T readOnce(Function<DSLContext, T> statement) {
                return statement.apply(sql);
            }
        });
    }
}
