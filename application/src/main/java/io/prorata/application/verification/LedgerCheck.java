package io.prorata.application.verification;

import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.RawRecords.KeptScope;
import io.prorata.application.port.RawRecords.KeptScope.ScopeKind;
import io.prorata.application.port.RawRecords.KeptTransaction;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowChoices;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.SplitText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the ledger: the derived values of each row, the totals of each month, the number of rows of each import, and that the scope of
 * every month is as late as the last change in it.
 */
final class LedgerCheck {

    private static final int LENGTH_OF_FINGERPRINT = 32;

    private final HouseholdId household;
    private final Books books;
    private final RawRecords raw;
    private final Findings findings;
    private final String where;
    private final Map<Long, Import> imports = new HashMap<>();
    /** Tags that are left over belong to no row. */
    private final Map<Long, SortedSet<String>> tags = new HashMap<>();

    private final Map<Long, Long> rowsOfImport = new HashMap<>();
    private final NavigableSet<String> categories = new TreeSet<>();
    private final NavigableMap<YearMonth, Month> months = new TreeMap<>();

    public LedgerCheck(HouseholdId household, Books books, RawRecords raw, Findings findings) {
        this.household = household;
        this.books = books;
        this.raw = raw;
        this.findings = findings;
        this.where = "household " + household;
    }

    /** The sums of a month's rows. */
    private static final class Month {

        private final Map<GroupKey, Statistics> groups = new HashMap<>();
        private long changedAt;

        void add(Transaction row) {
            if (!row.classification().excluded()) {
                groups.merge(GroupKey.of(row), Statistics.of(row.line().amount()), Statistics::plus);
            }
        }

        MonthFacts facts() {
            return new MonthFacts(groups.entrySet().stream()
                    .map(group -> GroupTotal.ofBank(group.getKey(), group.getValue()))
                    .toList());
        }
    }

    /** Returns the months that have rows. */
    public NavigableSet<YearMonth> run() {
        findings.read(where + ", imports", () -> books.imports().all(household))
                .ifPresent(all -> all.forEach(entry -> imports.put(entry.id(), entry)));
        long revision = raw.latest(household).revision();
        tags.putAll(raw.tags(household));
        findings.read(where + ", transactions", () -> {
            raw.transactions(household, row -> row(row, revision));
            return household;
        });
        tags.keySet().forEach(id -> findings.found(where + ", transaction " + id, "is not there, but has tags"));
        imports.values().forEach(this::counts);
        categories();
        findings.checked("imports", imports.size());
        months();
        return new TreeSet<>(months.keySet());
    }

    private void row(KeptTransaction row, long revision) {
        findings.checked("transactions", 1);
        String here = where + ", transaction " + row.id();
        SortedSet<String> found = tags.remove(row.id());
        findings.expect(
                here, "what it is found by, its tags,", found == null ? List.of() : List.copyOf(found), row.tags());
        row.importId().ifPresent(id -> rowsOfImport.merge(id, 1L, Long::sum));
        if (row.revision() < 1 || row.revision() > revision) {
            findings.found(here, "was changed at revision " + row.revision() + " of a household at " + revision);
        }
        findings.read(here, () -> transaction(row)).ifPresent(transaction -> {
            findings.expect(here, "its month", row.month(), transaction.month().toString());
            String label = transaction.line().label();
            findings.expect(here, "its label as it is searched", row.searchable(), Naming.searchable(label));
            findings.expect(
                    here,
                    "its category as it is listed",
                    row.categoryKey(),
                    TransactionOrder.categoryKey(transaction.classification().category()));
            GroupKey key = GroupKey.of(transaction);
            findings.expect(
                    here,
                    "the account it is summed by",
                    Optional.ofNullable(row.summedBy().account()),
                    Optional.ofNullable(key.account()));
            findings.expect(here, "the sense it is summed by", row.summedBy().received(), key.received());
            findings.expect(
                    here,
                    "the provision it is found by",
                    row.provisionId(),
                    row.summedBy().provisionId());
            asTheBankWrote(here, row, transaction.line());
            if (row.category() != null) {
                categories.add(row.category());
            }
            Month month = months.computeIfAbsent(transaction.month(), any -> new Month());
            month.add(transaction);
            month.changedAt = Math.max(month.changedAt, row.revision());
        });
    }

    /** Day and fingerprint are those of the bank's line; they can be recomputed only if the imported row was not edited. */
    private void asTheBankWrote(String here, KeptTransaction row, BankLine line) {
        boolean untouched = known(row.importId())
                .filter(entry -> entry.revision() == row.revision())
                .isPresent();
        if (untouched) {
            findings.expect(here, "its fingerprint", row.fingerprint(), line.fingerprint());
            findings.expect(here, "the bank's day", row.bankDate(), line.date().toString());
            return;
        }
        findings.read(here + ", the bank's day", () -> LocalDate.parse(row.bankDate()));
        if (row.fingerprint().length() != LENGTH_OF_FINGERPRINT) {
            findings.found(here, "its fingerprint is none: " + row.fingerprint());
        }
    }

    private Optional<Import> known(OptionalLong importId) {
        return importId.isPresent() ? Optional.ofNullable(imports.get(importId.getAsLong())) : Optional.empty();
    }

    private void counts(Import entry) {
        String here = where + ", import " + entry.id();
        long rows = rowsOfImport.getOrDefault(entry.id(), 0L);
        if (entry.undoneAt().isPresent() && rows > 0) {
            findings.found(here, "was undone, but " + rows + " of its rows are there");
        } else if (rows > entry.added()) {
            findings.found(here, "added " + entry.added() + " rows, but " + rows + " are there");
        }
        if (entry.added() < 0
                || entry.known() < 0
                || entry.refused() < 0
                || (long) entry.added() + entry.known() + entry.refused() > entry.lines()) {
            findings.found(
                    here,
                    "its " + entry.added() + " added, " + entry.known() + " known and " + entry.refused()
                            + " refused lines do not fit into " + entry.lines());
        }
    }

    private void categories() {
        Set<String> noted = raw.categoriesUsed(household);
        findings.checked("categories", categories.size());
        categories.stream()
                .filter(category -> !noted.contains(category))
                .forEach(category -> findings.found(
                        where + ", category " + category, "has rows, but is not noted as having been used"));
    }

    private void months() {
        Map<String, Long> scopes = raw.scopes(household).stream()
                .filter(scope -> scope.kind() == ScopeKind.LEDGER)
                .collect(Collectors.toMap(
                        KeptScope::month, scope -> scope.stamp().revision(), Math::max));
        months.forEach((month, rows) -> {
            findings.checked("months added up", 1);
            String here = where + ", month " + month;
            findings.read(here, () -> books.ledger().facts(household, month))
                    .ifPresent(facts -> findings.expect(here, "what SQL adds up", facts, rows.facts()));
            long changedAt = scopes.getOrDefault(month.toString(), 0L);
            if (changedAt < rows.changedAt) {
                findings.found(
                        here,
                        "its scope is of revision " + changedAt + ", but a row of it changed at " + rows.changedAt);
            }
        });
    }

    private static Transaction transaction(KeptTransaction row) {
        return new Transaction(
                row.id(),
                new BankLine(
                        row.account(),
                        LocalDate.parse(row.date()),
                        new Money(row.amountMinor()),
                        row.label(),
                        row.bankId()),
                new Classification(ExpenseType.valueOf(row.type()), row.category(), row.subcategory(), row.excluded()),
                attribution(row.summedBy()),
                TypedBy.valueOf(row.typedBy()),
                new TreeSet<>(List.copyOf(row.tags())),
                row.note(),
                RowChoices.parse(row.chosen(), row.bankCategory()));
    }

    private static Attribution attribution(KeptTransaction.SummedBy kept) {
        Optional<PlanLink> link = kept.billId().isPresent()
                ? Optional.of(new PlanLink.Bill(kept.billId().getAsLong()))
                : kept.provisionId().isPresent()
                        ? Optional.of(new PlanLink.Provision(kept.provisionId().getAsLong()))
                        : Optional.empty();
        return new Attribution(
                kept.common(),
                Optional.ofNullable(kept.split()).map(SplitText::parse),
                Optional.ofNullable(kept.payer()).map(Party::parse),
                link,
                Optional.ofNullable(kept.source()).map(MoneySource::parse));
    }
}
