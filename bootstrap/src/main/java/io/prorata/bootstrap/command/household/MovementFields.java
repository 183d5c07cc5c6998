package io.prorata.bootstrap.command.household;

import io.prorata.bootstrap.command.frame.Fields;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is recorded of a movement of a provision. */
final class MovementFields {

    @Option(names = "--date", required = true, paramLabel = "DAY", description = "When, such as 2026-04-02.")
    private String date = "";

    @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "How much.")
    private String amount = "";

    @Option(names = "--member", paramLabel = "MEMBER", description = "Who put it in or took it out: a member's key.")
    private @Nullable String member;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note on it.")
    private @Nullable String note;

    Fields on(Fields fields) {
        return fields.put("date", date)
                .decimal("amount", amount)
                .put("member", member)
                .put("note", note);
    }
}
