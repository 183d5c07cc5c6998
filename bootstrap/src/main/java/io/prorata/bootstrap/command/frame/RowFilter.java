package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows are meant. */
public final class RowFilter {

    @Option(names = "--month", paramLabel = "MONTH", description = "Rows of this month.")
    private @Nullable String month;

    @Option(names = "--from", paramLabel = "DAY", description = "Rows from this day on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Rows up to this day.")
    private @Nullable String to;

    @Option(
            names = "--in-category",
            paramLabel = "CATEGORY",
            description = "Rows of this category; none: rows without one.")
    private @Nullable String category;

    @Option(
            names = "--of-type",
            paramLabel = "TYPE",
            description = "Rows of this type: FIXED, VARIABLE, PROVISION, INCOME or TRANSFER.")
    private @Nullable String type;

    @Option(
            names = "--of-account",
            paramLabel = "NAME",
            description = "Rows of the account with this name in files; none: rows without one.")
    private @Nullable String account;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Rows whose label has this text, in any case and with any accents.")
    private @Nullable String text;

    @Option(names = "--with-tag", paramLabel = "TAG", description = "Rows with this tag.")
    private @Nullable String tag;

    @Option(
            names = "--min",
            paramLabel = "AMOUNT",
            description = "Rows of this amount or more, with the sign of the bank.")
    private @Nullable String min;

    @Option(
            names = "--max",
            paramLabel = "AMOUNT",
            description = "Rows of this amount or less, with the sign of the bank.")
    private @Nullable String max;

    /** Returns {@code path} with these filters. */
    public Query of(String path, HouseholdSession session) {
        return new Query(path)
                .with("month", month)
                .with("from", from)
                .with("to", to)
                .with("category", orWithout(category))
                .with("expense_type", type)
                .with("account", orWithout(account))
                .with("text", text)
                .with("tag", tag)
                .with("min_amount", min == null ? null : session.fields().decimal(min))
                .with("max_amount", max == null ? null : session.fields().decimal(max));
    }

    /** Returns these filters as the body of a request has them. */
    public ObjectNode body(HouseholdSession session) {
        return session.fields()
                .put("month", month)
                .put("from", from)
                .put("to", to)
                .put("category", category)
                .list("expense_types", type == null ? null : List.of(type))
                .put("account", account)
                .put("text", text)
                .put("tag", tag)
                .decimal("min_amount", min)
                .decimal("max_amount", max)
                .body();
    }

    /** The API selects rows without a category by an empty value. */
    private static @Nullable String orWithout(@Nullable String value) {
        return value != null && Fields.isNone(value) ? "" : value;
    }
}
