package io.prorata.application.bankfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** How a file was found to be written, so that its sender can check it: one form for each format. */
public sealed interface BankFileFormat {

    /** Returns the name of the format: {@code csv}. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
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
     * A column that is used.
     *
     * @param role what it is to the household: {@code date}, {@code amount} ...
     * @param name in the file's header, or its number where it has none
     */
    record Column(String role, String name) {}
}
