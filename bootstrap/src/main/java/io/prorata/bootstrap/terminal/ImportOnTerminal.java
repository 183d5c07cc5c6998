package io.prorata.bootstrap.terminal;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.ImportOutcome;
import io.prorata.bootstrap.operator.ImportOutcome.MonthRows;
import io.prorata.bootstrap.terminal.Table.Side;
import io.prorata.domain.money.Money;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a bank file, in lines of text. */
public final class ImportOnTerminal {

    /** So many known lines are listed. */
    private static final int MOST_KNOWN = 20;

    private final ImportOutcome outcome;
    private final Path file;
    private final boolean dryRun;
    private final boolean marked;
    private final TerminalWords words;
    private final List<String> lines = new ArrayList<>();

    /** @param marked whether the rows that look like planned bills have been marked as paying them */
    public ImportOnTerminal(ImportOutcome outcome, Path file, boolean dryRun, boolean marked, TerminalWords words) {
        this.outcome = outcome;
        this.file = file;
        this.dryRun = dryRun;
        this.marked = marked;
        this.words = words;
    }

    public List<String> lines() {
        if (dryRun) {
            lines.add(words.text("A dry run: nothing was kept. The import would do this."));
            lines.add("");
        }
        add(new FormatOnTerminal(outcome.format(), words).table(String.valueOf(file.getFileName())));
        outcome.profile().ifPresent(this::profile);
        lines.add("");
        counts();
        if (!outcome.warnings().isEmpty()) {
            readingWarnings();
        }
        if (!outcome.rows().isEmpty()) {
            rows();
        }
        if (!outcome.changed().isEmpty()) {
            changed();
        }
        if (!outcome.months().isEmpty()) {
            months();
        }
        if (!outcome.refused().isEmpty()) {
            refused();
        }
        if (!outcome.knownLines().isEmpty()) {
            known();
        }
        accountWarnings();
        if (!outcome.likeBills().isEmpty()) {
            likeBills();
        }
        return List.copyOf(lines);
    }

    private void profile(ImportOutcome.UsedProfile used) {
        String options = used.options().entrySet().stream()
                .map(option -> ReadOption.ofParameter(option.getKey())
                                .map(ReadOption::flag)
                                .orElse(option.getKey())
                        + " " + option.getValue())
                .collect(Collectors.joining(" "));
        String id = used.id().isPresent()
                ? words.text("import profile {0}", used.id().getAsLong())
                : words.text("an import profile");
        lines.add("");
        lines.add(
                used.chosen()
                        ? words.text("Read by {0}: {1} (--profile none reads without it).", id, options)
                        : words.text("Kept in {0} for the next file with this header: {1}.", id, options));
    }

    private void counts() {
        Table table = new Table(Side.LEFT, Side.RIGHT)
                .row(words.text("Lines"), Integer.toString(outcome.lines()))
                .row(words.text("Added"), Integer.toString(outcome.added()))
                .row(words.text("Known"), Integer.toString(outcome.known()))
                .row(words.text("Refused"), Integer.toString(outcome.refused().size()));
        outcome.importId().ifPresent(id -> table.row(words.text("Import"), Long.toString(id)));
        add(table);
    }

    private void months() {
        Table table = new Table(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT)
                .row(words.heads("MONTH", "ADDED", "RECEIVED", "SPENT"));
        outcome.months().forEach((month, rows) -> row(table, month.toString(), rows));
        if (outcome.months().size() > 1) {
            row(
                    table,
                    words.text("all"),
                    new MonthRows(
                            outcome.months().values().stream()
                                    .mapToInt(MonthRows::rows)
                                    .sum(),
                            Money.sum(outcome.months().values().stream()
                                    .map(MonthRows::received)
                                    .toList()),
                            Money.sum(outcome.months().values().stream()
                                    .map(MonthRows::spent)
                                    .toList())));
        }
        lines.add("");
        add(table);
    }

    private void row(Table table, String name, MonthRows rows) {
        table.row(name, Integer.toString(rows.rows()), amount(rows.received()), amount(rows.spent()));
    }

    private void readingWarnings() {
        lines.add("");
        lines.add(words.text("Look at this:"));
        outcome.warnings().forEach(warning -> lines.add("  " + words.sentence(warning)));
    }

    private void rows() {
        Table table = new Table(Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        outcome.rows()
                .forEach(row -> table.row(
                        "  " + words.text("line {0}", row.line()),
                        row.date().toString(),
                        amount(row.amount()),
                        row.label(),
                        row.category(),
                        row.type(),
                        row.known() ? words.text("known") : rules(row)));
        lines.add("");
        int read = outcome.added() + outcome.known();
        lines.add(
                outcome.rows().size() < read
                        ? words.text(
                                "The first {0} of {1} rows, as they would be kept; --rows all shows all:",
                                outcome.rows().size(), read)
                        : words.text("The rows, as they would be kept:"));
        add(table);
    }

    private String rules(ImportOutcome.ShownRow row) {
        return row.sortedBy().isEmpty()
                ? ""
                : words.text(
                        "rule {0}", row.sortedBy().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private void changed() {
        Table table =
                new Table(Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT);
        outcome.changed()
                .forEach(line -> table.row(
                        "  " + words.text("line {0}", line.line()),
                        words.sentence(line.difference()),
                        line.dateBefore().toString(),
                        amount(line.amountBefore()),
                        line.labelBefore() + " ->",
                        line.date().toString(),
                        amount(line.amount()),
                        line.label()));
        lines.add("");
        lines.add(
                outcome.changed().stream().allMatch(ImportOutcome.ChangedLine::done)
                        ? words.text("These were there in another form, and are changed:")
                        : words.text(
                                "These are there in another form; --correct changes those that nobody has edited:"));
        add(table);
    }

    private void refused() {
        Table table = new Table(Side.RIGHT, Side.LEFT);
        outcome.refused()
                .forEach(line -> table.row("  " + words.text("line {0}", line.line()), words.sentence(line.reason())));
        lines.add("");
        lines.add(words.text("Refused:"));
        add(table);
    }

    private void known() {
        Table table = new Table(Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT);
        outcome.knownLines().stream()
                .limit(MOST_KNOWN)
                .forEach(known -> table.row(
                        "  " + words.text("line {0}", known.line()),
                        known.date().toString(),
                        known.label(),
                        amount(known.amount())));
        lines.add("");
        lines.add(words.text("Known:"));
        add(table);
        if (outcome.known() > MOST_KNOWN) {
            lines.add("  " + words.text("and {0} more", outcome.known() - MOST_KNOWN));
        }
    }

    private void accountWarnings() {
        if (outcome.knownButForAccount() > 0) {
            lines.add("");
            lines.add(words.text(
                    "Warning: lines that are known but for the account: {0}.", outcome.knownButForAccount()));
            lines.add(words.text(
                    "The books have them under another account or under none. --account names the account of a file."));
        }
        if (outcome.knownUnnamed() > 0) {
            lines.add("");
            lines.add(words.text("Warning: known lines that name no account: {0}.", outcome.knownUnnamed()));
            lines.add(words.text("If this file is of another account than they are, say which: --account."));
        }
    }

    private void likeBills() {
        Table table = new Table(Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT);
        outcome.likeBills()
                .forEach(like -> table.row(
                        "  " + words.text("line {0}", like.line()),
                        like.date().toString(),
                        like.label(),
                        amount(like.amount()),
                        words.text("like {0}", like.bill())));
        lines.add("");
        if (marked) {
            lines.add(words.text("These pay planned bills, and are marked as paying them:"));
            add(table);
            return;
        }
        lines.add(words.text("These look like planned bills, and count twice unless they are marked as paying them:"));
        add(table);
        if (outcome.importId().isPresent()) {
            lines.add(words.text(
                    "To mark them: {0}",
                    "prorata imports bills " + outcome.importId().getAsLong() + " "
                            + outcome.likeBills().stream()
                                    .flatMapToLong(like -> like.transactionId().stream())
                                    .mapToObj(Long::toString)
                                    .collect(Collectors.joining(" "))));
        } else {
            lines.add(words.text("Import with --mark-bills to mark them."));
        }
    }

    private void add(Table table) {
        lines.addAll(table.lines());
    }

    private String amount(Money amount) {
        return words.amount(amount, outcome.currency());
    }
}
