package io.prorata.bootstrap.command.household;

import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What people say of a row. */
final class RowFields {

    @Option(names = "--category", paramLabel = "CATEGORY", description = "Its category.")
    private @Nullable String category;

    @Option(names = "--subcategory", paramLabel = "NAME", description = "Its subcategory.")
    private @Nullable String subcategory;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "FIXED, VARIABLE, PROVISION, INCOME or TRANSFER. Default: as its category says.")
    private @Nullable String type;

    @Option(names = "--common", paramLabel = "yes|no", description = "Whether it is common to the household.")
    private @Nullable String common;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Who pays: key, equal, a member's key, or weights such as ines=2,jules=1. Default: key.")
    private @Nullable String split;

    @Option(names = "--payer", paramLabel = "OWNER", description = "Who has paid it: pot, or a member's key.")
    private @Nullable String payer;

    @Option(names = "--bill", paramLabel = "BILL", description = "The bill that it pays: its name or its number.")
    private @Nullable String bill;

    @Option(
            names = "--provision",
            paramLabel = "PROVISION",
            description = "The provision that it fills or is paid out of: its name or its number.")
    private @Nullable String provision;

    @Option(
            names = "--member",
            paramLabel = "MEMBER",
            description = "Whom an income or a transfer comes from: a member's key, or everybody.")
    private @Nullable String member;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note on it.")
    private @Nullable String note;

    @Option(names = "--excluded", paramLabel = "yes|no", description = "Whether it is left out of all sums.")
    private @Nullable String excluded;

    @Option(names = "--tag", paramLabel = "TAG", description = "Its tags; repeat it for several.")
    private @Nullable List<String> tags;

    /** Returns {@code fields} with these. */
    Fields on(HouseholdSession session, Fields fields) {
        return fields.put("category", category)
                .put("subcategory", subcategory)
                .put("expense_type", type)
                .yesOrNo("common", common)
                .split("split", split)
                .put("payer", payer)
                .number("bill_id", id(session, BillCommand.BILLS, bill))
                .number("provision_id", id(session, ProvisionCommand.PROVISIONS, provision))
                .put("member", member)
                .put("note", note)
                .yesOrNo("excluded", excluded)
                .list("tags", tags);
    }

    private static @Nullable String id(HouseholdSession session, Things things, @Nullable String text) {
        return text == null || Fields.isNone(text)
                ? text
                : things.require(session, text).path("id").asText();
    }
}
