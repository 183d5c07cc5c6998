package io.prorata.adapter.bankfile.statement;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.Optional;

/** Refuses options without effect in the format of a file, rather than ignore them. */
public final class UnusedOptions {

    private UnusedOptions() {}

    /** @throws RefusedException if an option that is about columns and lines of a table is stated */
    public static void refuseThoseOfTables(ReadOptions options, String format) {
        Optional<ReadOption> column =
                options.columns().keySet().stream().sorted().findFirst();
        column.ifPresent(option -> refuse(option, format));
        refuse(options.delimiter().isPresent(), ReadOption.DELIMITER, format);
        refuse(options.skip() > 0, ReadOption.SKIP, format);
        refuse(options.header().isPresent(), ReadOption.HEADER, format);
        refuse(!options.out().isEmpty(), ReadOption.OUT, format);
        refuse(!options.in().isEmpty(), ReadOption.IN, format);
        refuse(options.only().isPresent(), ReadOption.ONLY, format);
        refuse(options.leaveOut().isPresent(), ReadOption.LEAVE_OUT, format);
    }

    /** @throws RefusedException if it is stated how dates or amounts are written, which the format lays down */
    public static void refuseWritings(ReadOptions options, String format) {
        refuse(options.dateFormat().isPresent(), ReadOption.DATE_FORMAT, format);
        refuse(options.decimal().isPresent(), ReadOption.DECIMAL, format);
    }

    /** @throws RefusedException if {@code stated} */
    public static void refuse(boolean stated, ReadOption option, String format) {
        if (stated) {
            refuse(option, format);
        }
    }

    private static void refuse(ReadOption option, String format) {
        throw new RefusedException(new Refusal.BrokenRule(
                option.parameter(), "it is of no use in a file of " + format + ": leave it out"));
    }
}
