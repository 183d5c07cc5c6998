package io.prorata.application.change;

import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger.EarlierRow;
import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.Ledger.RowChange;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a change, as they were before it. */
final class EarlierState {

    private final HouseholdId household;
    private final Books books;
    private final long revision;
    private final List<EarlierRow> rows;

    private EarlierState(HouseholdId household, Books books, long revision, List<EarlierRow> rows) {
        this.household = household;
        this.books = books;
        this.revision = revision;
        this.rows = rows;
    }

    /** @throws RefusedException if the change concerns too many rows */
    static EarlierState of(HouseholdId household, Books books, long revision) {
        List<EarlierRow> rows = books.ledger().earlierRows(household, revision, ChangeTransactions.MOST + 1);
        if (rows.size() > ChangeTransactions.MOST) {
            throw new RefusedException(new Refusal.TooManyRows(rows.size(), ChangeTransactions.MOST));
        }
        return new EarlierState(household, books, revision, rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    /** Returns the rows as they are, of those that are there. */
    List<Transaction> now() {
        return rows.stream().flatMap(row -> row.now().stream()).toList();
    }

    /** Returns the rows as they are to be again, of those that are to be there. */
    List<Transaction> then() {
        return of(RowChange.REPLACED, RowChange.REMOVED).map(Entry::transaction).toList();
    }

    private Stream<Entry> of(RowChange... changes) {
        return rows.stream()
                .filter(row -> List.of(changes).contains(row.change()))
                .map(EarlierRow::entry);
    }

    /**
     * @param names that were changed since, in words
     * @throws RefusedException if rows or names were changed since, or something is gone that a row would name again
     */
    void requireUnchanged(Household settings, PlanBook plan, List<String> names) {
        List<Long> changed = rows.stream()
                .filter(EarlierRow::changedSince)
                .map(row -> row.entry().transaction().id())
                .toList();
        Set<String> things = new TreeSet<>(names);
        things.addAll(gone(settings, plan));
        if (!changed.isEmpty() || !things.isEmpty()) {
            throw new RefusedException(new Refusal.ChangedSince(revision, changed, List.copyOf(things)));
        }
    }

    /** Returns what the rows name and is there no more, in words. */
    private Set<String> gone(Household settings, PlanBook plan) {
        Set<String> gone = new TreeSet<>();
        Set<MemberKey> members = settings.members().stream().map(Member::key).collect(Collectors.toSet());
        for (Transaction row : then()) {
            Attribution attribution = row.attribution();
            attribution.link().filter(link -> !isThere(link, plan)).ifPresent(link -> gone.add(words(link)));
            attribution.members().stream()
                    .filter(member -> !members.contains(member))
                    .forEach(member -> gone.add("member " + member.text()));
        }
        of(RowChange.REMOVED)
                .flatMapToLong(entry -> entry.importId().stream())
                .distinct()
                .filter(id -> books.imports()
                        .find(household, id)
                        .filter(one -> one.undoneAt().isPresent())
                        .isPresent())
                .forEach(id -> gone.add("import " + id));
        return gone;
    }

    private static boolean isThere(PlanLink link, PlanBook plan) {
        return switch (link) {
            case PlanLink.Bill(long id) -> plan.fixed().stream().anyMatch(bill -> bill.id() == id);
            case PlanLink.Provision(long id) -> plan.provision(id).isPresent();
        };
    }

    private static String words(PlanLink link) {
        return switch (link) {
            case PlanLink.Bill(long id) -> "bill " + id;
            case PlanLink.Provision(long id) -> "provision " + id;
        };
    }

    /** Gives all rows the values that they had. */
    void putBack() {
        List<Transaction> replaced =
                of(RowChange.REPLACED).map(Entry::transaction).toList();
        if (!replaced.isEmpty()) {
            books.ledger().replace(household, replaced);
        }
        List<Entry> removed = new ArrayList<>(of(RowChange.REMOVED).toList());
        if (!removed.isEmpty()) {
            books.ledger().restore(household, removed);
        }
        of(RowChange.RESTORED)
                .forEach(entry ->
                        books.ledger().remove(household, entry.transaction().id()));
    }
}
