package io.prorata.bootstrap.terminal;

import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.terminal.Table.Side;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.split.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A month's dashboard in lines of text: who earns, puts aside, pays and keeps how much. */
public final class MonthOnTerminal {

    private final Household household;
    private final MonthSummary summary;
    private final TerminalWords words;
    private final Table table;

    private MonthOnTerminal(Household household, MonthSummary summary, TerminalWords words) {
        this.household = household;
        this.words = words;
        this.summary = summary;
        Side[] sides = new Side[summary.plan().members().size() + 3];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        this.table = new Table(sides);
    }

    public static List<String> lines(Household household, MonthSummary summary, TerminalWords words) {
        return new MonthOnTerminal(household, summary, words).lines();
    }

    private List<String> lines() {
        List<String> head = new ArrayList<>(List.of(
                words.month(summary.plan().month()), household.currency().getCurrencyCode()));
        summary.plan().members().forEach(member -> head.add(nameOf(member)));
        table.row(head).gap();
        row(
                words.text("Net income"),
                summary.plan().totalNet(),
                new Shares(summary.plan().nets()));
        table.gap();
        summary.plan().shownProvisions().forEach(this::row);
        row(
                words.text("Provisions"),
                summary.plan().totalProvisions(),
                summary.plan().provisionShares());
        table.gap();
        summary.plan().fixed().forEach(this::row);
        row(words.text("Fixed"), summary.plan().totalFixed(), summary.plan().fixedShares());
        table.gap();
        summary.variable().forEach(this::row);
        row(words.text("Variable"), summary.totalVariable(), summary.variableShares());
        table.gap();
        row(words.text("To pay"), summary.totalExpenses(), summary.memberTotals());
        row(words.text("Left"), summary.netAvailable(), left());
        return table.lines();
    }

    private String nameOf(MemberKey key) {
        return household.members().stream()
                .filter(member -> member.key().equals(key))
                .map(Member::name)
                .findFirst()
                .orElse(key.text());
    }

    private Shares left() {
        return new Shares(summary.plan().nets()).plus(summary.memberTotals().negated());
    }

    private void row(ProvisionLine line) {
        List<String> cells = cells("  " + line.provision().card().name(), line.monthly(), line.shares());
        cells.add(
                line.ended()
                        ? words.text("ended, balance {0}", text(line.balance()))
                        : line.progress()
                                .map(Progress::inPercent)
                                .map(percent -> words.text("{0} % of target", words.amount(percent)))
                                .orElse(""));
        table.row(cells);
    }

    private void row(FixedLine line) {
        row("  " + line.expense().label(), line.monthly(), line.shares());
    }

    private void row(VariableLine line) {
        String category = line.category();
        row("  " + (category == null ? words.text("(uncategorised)") : category), line.total(), line.shares());
    }

    private void row(String label, Money total, Shares shares) {
        table.row(cells(label, total, shares));
    }

    private List<String> cells(String label, Money total, Shares shares) {
        List<String> cells = new ArrayList<>(List.of(label, text(total)));
        IntStream.range(0, shares.amounts().size())
                .mapToObj(shares::of)
                .map(this::text)
                .forEach(cells::add);
        return cells;
    }

    private String text(Money amount) {
        return words.amount(amount, household.currency());
    }
}
