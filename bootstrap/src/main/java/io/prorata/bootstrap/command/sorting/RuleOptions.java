package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a rule asks of a row, and what it chooses of a row that has all of it. */
final class RuleOptions {

    private static final Things BILLS = new Things("/fixed-expenses", "all", "fixed_expenses", "label");
    private static final Things PROVISIONS = new Things("/provisions", "all", "provisions", "name");

    @Option(names = "--label-contains", paramLabel = "TEXT", description = "If the label has this text.")
    private @Nullable String contains;

    @Option(names = "--label-is", paramLabel = "TEXT", description = "If this is the whole label.")
    private @Nullable String whole;

    @Option(names = "--label-begins-with", paramLabel = "TEXT", description = "If the label begins with this text.")
    private @Nullable String begin;

    @Option(
            names = "--label-matches",
            paramLabel = "PATTERN",
            description = "If the label has a place that this regular expression (RE2 syntax) matches.")
    private @Nullable String pattern;

    @Option(
            names = "--min-amount",
            paramLabel = "AMOUNT",
            description = "If the amount, without its sign, is this or more.")
    private @Nullable String min;

    @Option(
            names = "--max-amount",
            paramLabel = "AMOUNT",
            description = "If the amount, without its sign, is this or less.")
    private @Nullable String max;

    @Option(names = "--sign", paramLabel = "spent|received", description = "If the money is spent, or received.")
    private @Nullable String sign;

    @Option(names = "--account", paramLabel = "NAME", description = "If this is the name of its account in files.")
    private @Nullable String account;

    @Option(
            names = "--bank-category",
            paramLabel = "CATEGORY",
            description = "If this is the category that the bank gave it.")
    private @Nullable String bankCategory;

    @Option(
            names = "--day-from",
            paramLabel = "DAY",
            description = "If its day of the month is this or later, 1 to 31.")
    private @Nullable String firstDay;

    @Option(
            names = "--day-to",
            paramLabel = "DAY",
            description = "If its day of the month is this or earlier; less than --day-from: of the next month.")
    private @Nullable String lastDay;

    @Option(names = "--category", paramLabel = "CATEGORY", description = "The category that it gets.")
    private @Nullable String category;

    @Option(names = "--subcategory", paramLabel = "NAME", description = "The subcategory that it gets.")
    private @Nullable String subcategory;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The type that it gets: FIXED, VARIABLE, PROVISION, INCOME or TRANSFER.")
    private @Nullable String type;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "The tags that it gets in place of all others; repeat it for several.")
    private @Nullable List<String> tags;

    @Option(names = "--excluded", paramLabel = "yes|no", description = "Whether it is left out of all sums.")
    private @Nullable String excluded;

    @Option(names = "--common", paramLabel = "yes|no", description = "Whether it is common to the household.")
    private @Nullable String common;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Who pays: key, equal, a member's key, or weights such as ines=2,jules=1.")
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

    /** Returns the conditions that are stated; null where one is taken away. */
    ObjectNode conditions(HouseholdSession session) {
        return session.fields()
                .put("label_contains", contains)
                .put("label_is", whole)
                .put("label_begins_with", begin)
                .put("label_matches", pattern)
                .decimal("min_amount", min)
                .decimal("max_amount", max)
                .put("sign", sign)
                .put("account", account)
                .put("bank_category", bankCategory)
                .number("day_from", firstDay)
                .number("day_to", lastDay)
                .body();
    }

    /** Returns the choices that are stated; null where one is taken away. */
    ObjectNode effects(HouseholdSession session) {
        Fields fields = session.fields()
                .put("category", category)
                .put("subcategory", subcategory)
                .put("expense_type", type)
                .yesOrNo("excluded", excluded)
                .yesOrNo("common", common)
                .split("split", split)
                .put("payer", payer)
                .number("bill_id", id(session, BILLS, bill))
                .number("provision_id", id(session, PROVISIONS, provision))
                .put("member", member);
        // An empty list would take all tags from a row; none takes the choice from the rule.
        return tags != null && tags.stream().allMatch(Fields::isNone)
                ? fields.put("tags", "none").body()
                : fields.list("tags", tags).body();
    }

    private static @Nullable String id(HouseholdSession session, Things things, @Nullable String text) {
        return text == null || Fields.isNone(text)
                ? text
                : things.require(session, text).path("id").asText();
    }
}
