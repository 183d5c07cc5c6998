package io.prorata.application.bankfile;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a file was found to be written, so that its sender can check it: one form for each format. */
public sealed interface BankFileFormat {

    /** Returns the name of the format: {@code csv}, {@code ofx} ... */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the order of day, month and year is found out; it is laid down otherwise, and no option changes it. */
    default boolean datesAreFoundOut() {
        return switch (this) {
            case Csv _, Xlsx _, Qif _ -> true;
            case Ofx _, Camt _, Mt940 _ -> false;
        };
    }

    /** Returns how its letters are written. */
    String encoding();

    /**
     * A table of text.
     *
     * @param delimiter between fields
     * @param headerLine the number of the line that names the columns; empty if none does
     * @param columns that are used, and what for
     * @param dates how those were read that could be read in two ways; empty if none could
     * @param decimal what stands before decimals; empty if there are none
     */
    record Csv(
            String encoding,
            char delimiter,
            OptionalInt headerLine,
            List<Column> columns,
            Optional<DateFormat> dates,
            Optional<Decimal> decimal)
            implements BankFileFormat {

        public Csv {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A sheet of a spreadsheet, read as a table.
     *
     * @param sheet its name
     * @param otherSheets those that were not read
     * @param headerLine the number of the row that names the columns; empty if none does
     * @param columns that are used, and what for
     * @param dates how those were read that could be read in two ways; empty if none could
     * @param decimal what stands before the decimals of amounts that are texts; empty if there are none
     */
    record Xlsx(
            String encoding,
            String sheet,
            List<String> otherSheets,
            OptionalInt headerLine,
            List<Column> columns,
            Optional<DateFormat> dates,
            Optional<Decimal> decimal)
            implements BankFileFormat {

        public Xlsx {
            otherSheets = List.copyOf(otherSheets);
            columns = List.copyOf(columns);
        }
    }

    /**
     * Open Financial Exchange, which is also called QFX.
     *
     * @param version as its header states it, such as {@code 102} or {@code 211}; empty if it does not
     * @param parts one for each account
     */
    record Ofx(String encoding, Optional<String> version, List<Part> parts) implements BankFileFormat {

        public Ofx {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Quicken Interchange Format.
     *
     * @param parts one for each account
     * @param passedOver how many records of other kinds it has, such as lists of categories, by their name in the format
     * @param dates how those were read that could be read in two ways; empty if none could
     * @param decimal what stands before decimals; empty if there are none
     */
    record Qif(
            String encoding,
            List<Part> parts,
            SortedMap<String, Integer> passedOver,
            Optional<DateFormat> dates,
            Optional<Decimal> decimal)
            implements BankFileFormat {

        public Qif {
            parts = List.copyOf(parts);
            passedOver = Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
        }
    }

    /**
     * Account statements or reports of ISO 20022.
     *
     * @param message the message, such as {@code camt.053.001.08}
     * @param files how many files it is made of: more than one in an archive
     * @param parts one for each account
     */
    record Camt(String encoding, String message, int files, List<Part> parts) implements BankFileFormat {

        public Camt {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Statement messages of SWIFT.
     *
     * @param parts one for each account
     */
    record Mt940(String encoding, List<Part> parts) implements BankFileFormat {

        public Mt940 {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A column that is used.
     *
     * @param role what it is to the household: {@code date}, {@code amount} ...
     * @param name in the file's header, or its number where it has none
     */
    record Column(String role, String name) {}

    /**
     * What a file holds of one account.
     *
     * @param account as the file names it; empty if it does not
     * @param lines that could be read; those that were refused are not among them
     */
    record Part(String account, int lines) {}
}
