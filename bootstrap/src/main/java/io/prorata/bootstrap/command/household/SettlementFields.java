package io.prorata.bootstrap.command.household;

import io.prorata.bootstrap.command.frame.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is recorded of a settlement. */
final class SettlementFields {

    @Option(names = "--payer", paramLabel = "OWNER", description = "Who has paid: pot, or a member's key.")
    private @Nullable String payer;

    @Option(names = "--recipient", paramLabel = "OWNER", description = "Who was paid: pot, or a member's key.")
    private @Nullable String recipient;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "How much.")
    private @Nullable String amount;

    @Option(names = "--date", paramLabel = "DAY", description = "When, such as 2026-04-02.")
    private @Nullable String date;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "The month in which it counts. Default: that of its day.")
    private @Nullable String month;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note on it.")
    private @Nullable String note;

    @Option(names = "--row", paramLabel = "ROW", description = "A row that shows the payment; repeat it for several.")
    private @Nullable List<Long> rows;

    Fields on(Fields fields) {
        return fields.put("date", date)
                .put("month", month)
                .put("from", payer)
                .put("to", recipient)
                .decimal("amount", amount)
                .put("note", note)
                .numbers("transactions", rows);
    }
}
