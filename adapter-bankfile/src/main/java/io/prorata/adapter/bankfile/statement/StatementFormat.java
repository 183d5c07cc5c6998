package io.prorata.adapter.bankfile.statement;

import io.prorata.application.bankfile.BankFileFormat;
import java.util.List;
import java.util.SortedMap;

/** A format of statements, opened on one file. */
public interface StatementFormat {

    /**
     * Goes through the file from its beginning to its end. It is called more than once, and hands over the same each time.
     *
     * @throws io.prorata.domain.RefusedException if the file as a whole cannot be read
     */
    void parse(StatementSink sink);

    /**
     * Returns how the file was found to be written, once it has been parsed.
     *
     * @param passedOver how many records of other kinds it has
     */
    BankFileFormat format(List<BankFileFormat.Part> accounts, SortedMap<String, Integer> passedOver);
}
