package io.prorata.bootstrap.operator;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.domain.Refusal.RefusedLine;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a bank file, or would become of it. Each data line is in exactly one of {@code added}, {@code known} and
 * {@code refused}.
 *
 * @param importId empty where nothing was kept
 * @param format how the file was found to be written
 * @param months those that get rows
 * @param likeBills new rows that look like a planned bill
 * @param knownLines known lines, not more than {@link io.prorata.application.imports.ImportReport#MOST_KNOWN_LINES}
 * @param knownUnnamed how many known lines name no account
 * @param knownButForAccount how many added lines the books have under another account, or under none
 * @param warnings what had better be looked at
 * @param changed known lines that are there in another form
 * @param rows the first lines as they would be kept, in a dry run
 * @param profile that gave options, or keeps those that were stated
 */
public record ImportOutcome(
        OptionalLong importId,
        Currency currency,
        BankFileFormat format,
        int lines,
        int added,
        int known,
        List<RefusedLine> refused,
        SortedMap<YearMonth, MonthRows> months,
        List<LikeABill> likeBills,
        List<KnownLine> knownLines,
        int knownUnnamed,
        int knownButForAccount,
        List<String> warnings,
        List<ChangedLine> changed,
        List<ShownRow> rows,
        Optional<UsedProfile> profile) {

    /** @param chosen whether the profile gave some of the options; if not, it keeps them */
    public record UsedProfile(OptionalLong id, SortedMap<String, String> options, boolean chosen) {}

    /** A line that the books had already. */
    public record KnownLine(int line, LocalDate date, String label, Money amount) {}

    /** A known line that is there in another form, and whether it was changed, or would be. */
    public record ChangedLine(
            int line,
            String difference,
            LocalDate dateBefore,
            String labelBefore,
            Money amountBefore,
            LocalDate date,
            String label,
            Money amount,
            boolean done) {}

    /**
     * A line as it would be kept.
     *
     * @param category both levels
     * @param sortedBy the ids of the rules that chose something of it
     */
    public record ShownRow(
            int line,
            LocalDate date,
            String label,
            Money amount,
            String category,
            String type,
            boolean known,
            List<Long> sortedBy) {

        /** Returns both levels of a category as one text. */
        static String category(Optional<String> category, Optional<String> subcategory) {
            return category.orElse("") + subcategory.map(lower -> " / " + lower).orElse("");
        }
    }

    /** The new rows of a month, with the bank's sign. */
    public record MonthRows(int rows, Money received, Money spent) {}

    /** @param transactionId empty where nothing was kept */
    public record LikeABill(
            int line, OptionalLong transactionId, LocalDate date, String label, Money amount, String bill) {}

    public ImportOutcome {
        refused = List.copyOf(refused);
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        likeBills = List.copyOf(likeBills);
        knownLines = List.copyOf(knownLines);
        warnings = List.copyOf(warnings);
        changed = List.copyOf(changed);
        rows = List.copyOf(rows);
    }
}
