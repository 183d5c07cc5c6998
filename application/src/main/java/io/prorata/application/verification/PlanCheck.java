package io.prorata.application.verification;

import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.RawRecords.KeptConfig;
import io.prorata.application.port.RawRecords.KeptScope;
import io.prorata.application.port.RawRecords.KeptScope.ScopeKind;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks the plan: that it can be read, the order of the versions of the config, the scopes of everything planned, and the sums of every
 * known month.
 */
final class PlanCheck {

    private final HouseholdId household;
    private final Books books;
    private final RawRecords raw;
    private final Findings findings;
    private final String where;

    public PlanCheck(HouseholdId household, Books books, RawRecords raw, Findings findings) {
        this.household = household;
        this.books = books;
        this.raw = raw;
        this.findings = findings;
        this.where = "household " + household;
    }

    /** @param spent the months that have rows in the ledger */
    public void run(NavigableSet<YearMonth> spent) {
        configs();
        NavigableSet<YearMonth> months = new TreeSet<>(spent);
        raw.planned(household)
                .forEach(month -> findings.read(where + ", plan", () -> YearMonth.parse(month))
                        .ifPresent(months::add));
        scopes();
        revisions();
        findings.read(where + ", plan", () -> books.plans().book(household)).ifPresent(plan -> {
            findings.checked("bills", plan.fixed().size());
            findings.checked("provisions", plan.provisions().size());
            months.forEach(month -> month(plan, month));
        });
    }

    private void configs() {
        Map<Long, KeptConfig> versions =
                raw.configs(household).stream().collect(Collectors.toMap(KeptConfig::id, Function.identity()));
        findings.checked("versions of the config", versions.size());
        versions.values().forEach(version -> {
            String here = where + ", config " + version.id();
            findings.read(here, () -> books.plans().config(household, version.id()))
                    .ifPresent(config -> expectItself(here, version, config));
            version.supersededBy().ifPresent(later -> {
                KeptConfig by = versions.get(later);
                if (by == null || by.id() <= version.id() || !by.from().equals(version.from())) {
                    findings.found(here, "is superseded by " + later + ", which is no later version from its month");
                }
            });
        });
    }

    private void expectItself(String here, KeptConfig version, Optional<Config> config) {
        findings.expect(
                here,
                "the month it is in force from",
                config.map(Config::from).map(YearMonth::toString),
                Optional.of(version.from()));
    }

    /** Terms from a month, and movements in it, were stated by a change of that month or of an earlier one. */
    private void scopes() {
        List<String> noted = raw.scopes(household).stream()
                .filter(scope -> scope.kind() == ScopeKind.PLAN)
                .map(KeptScope::month)
                .sorted()
                .toList();
        raw.planned(household).stream()
                .filter(month -> noted.isEmpty() || noted.getFirst().compareTo(month) > 0)
                .forEach(month -> findings.found(
                        where + ", plan", "something is planned from " + month + ", but no scope says so"));
    }

    /** A change of a bill or a provision makes the plan or the catalogue stale, so the scope of one of them is at least as late. */
    private void revisions() {
        long stated = raw.scopes(household).stream()
                .filter(scope -> scope.kind() == ScopeKind.PLAN || scope.kind() == ScopeKind.CATALOGUE)
                .mapToLong(scope -> scope.stamp().revision())
                .max()
                .orElse(0);
        raw.plans(household).stream()
                .filter(plan -> plan.changedAt() < 1 || plan.changedAt() > stated)
                .forEach(plan -> findings.found(
                        where + ", " + plan.thing() + " " + plan.id(),
                        "changed at revision " + plan.changedAt() + ", but plan and catalogue last at " + stated));
    }

    private void month(PlanBook plan, YearMonth month) {
        String here = where + ", month " + month;
        findings.read(here, () -> MonthSummary.of(plan.at(month), books.ledger().facts(household, month)))
                .ifPresent(summary -> {
                    findings.checked("months divided", 1);
                    summary.plan().nets().forEach(net -> findings.read(here, net::notNegative));
                    if (!summary.plan().members().isEmpty()) {
                        findings.expect(
                                here,
                                "the sum of what members pay",
                                summary.memberTotals().total(),
                                summary.totalExpenses());
                    }
                });
    }
}
