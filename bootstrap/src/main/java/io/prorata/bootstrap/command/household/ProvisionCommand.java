package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.EndOptions;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.MonthOption;
import io.prorata.bootstrap.command.frame.SplitWords;
import io.prorata.bootstrap.command.frame.TermsOptions;
import io.prorata.bootstrap.command.frame.Things;
import io.prorata.bootstrap.environment.CommandEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Provisions: what is put aside. */
@Command(
        name = "provision",
        description = "List, set or end provisions, and record what goes in and out.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata provision set Holidays --percentage 5 --target 2400",
            "  prorata provision set Gifts --percentage 2 --of ines",
            "  prorata provision set \"Emergency fund\" --amount 150 --target 6000 --stop-at-target yes",
            "  prorata provision set Japan --by 2027-04 --target 3000",
            "  prorata provision set Taxes --by 2026-10 --every 12 --target 1200",
            "  prorata provision list",
            "  prorata provision end Gifts --from 2027-01"
        })
public final class ProvisionCommand extends ProvisionMoves {

    static final Things PROVISIONS = new Things("/provisions", "all", "provisions", "name");

    private final CommandEnvironment environment;

    public ProvisionCommand(CommandEnvironment environment) {
        super(environment);
        this.environment = environment;
    }

    @Command(name = "list", description = "List the provisions of a month, and ended ones until they are empty.")
    void list(
            @Mixin HouseholdOptions household,
            @Mixin MonthOption month,
            @Option(names = "--all", description = "Also those that have ended or not begun.") boolean all) {
        household.open(
                environment,
                session -> PROVISIONS.list(
                        session,
                        month,
                        all,
                        columns -> columns.numberColumn("ID", "id")
                                .textColumn("NAME", "name")
                                .textColumn("CATEGORY", "category")
                                .wordColumn("PUT ASIDE", provision -> base(session, provision.path("base")))
                                .amountColumn("TARGET", "target")
                                .amountColumn("BALANCE", "balance")
                                .wordColumn("SPLIT", provision -> SplitWords.write(provision.path("split")))
                                .wordColumn("STATE", provision -> Things.ended(session, provision))));
    }

    /** As its options are written, so that it can be set again. */
    private static String base(HouseholdSession session, JsonNode base) {
        return switch (base.path("mode").asText("")) {
            case "total" -> "--percentage " + session.amount(base.path("percentage"));
            case "member" ->
                "--percentage " + session.amount(base.path("percentage")) + " --of "
                        + base.path("member").asText();
            case "fixed" -> "--amount " + session.amount(base.path("amount"));
            case "to_target" ->
                "--by " + base.path("by").asText()
                        + (base.hasNonNull("every")
                                ? " --every " + base.path("every").asText()
                                : "");
            default -> "";
        };
    }

    @Command(name = "show", description = "Show the terms of a provision, and from which month on they hold.")
    void show(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name or its number.") String provision) {
        household.open(
                environment,
                session -> PROVISIONS.timeline(
                        session,
                        provision,
                        columns -> columns.wordColumn("PUT ASIDE", terms -> base(session, terms.path("base")))
                                .amountColumn("TARGET", "target")));
    }

    @Command(
            name = "set",
            description = {
                "Create a provision, or change what the options state from a month on.",
                "Each month puts aside --amount, or --percentage of all net incomes or of one (--of), or what the target"
                        + " needs until it is due (--by).",
                "The value none removes what is there."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name; or the number of one that exists.")
                    String provision,
            @Option(names = "--amount", paramLabel = "AMOUNT", description = "The amount of each month.") @Nullable
                    String amount,
            @Option(
                            names = "--percentage",
                            paramLabel = "PERCENT",
                            description = "The amount of each month in percent of net incomes.")
                    @Nullable
                    String percentage,
            @Option(names = "--of", paramLabel = "MEMBER", description = "Whose net income. Default: all.") @Nullable
                    String of,
            @Option(
                            names = "--by",
                            paramLabel = "MONTH",
                            description = "The month in which the target is due, the last that puts something aside.")
                    @Nullable
                    String by,
            @Option(
                            names = "--every",
                            paramLabel = "MONTHS",
                            description = "After how many months the target is due again. Default: it is due once.")
                    @Nullable
                    String every,
            @Option(names = "--target", paramLabel = "AMOUNT", description = "What it is to reach.") @Nullable
                    String target,
            @Option(
                            names = "--stop-at-target",
                            paramLabel = "yes|no",
                            description = "Whether no month puts aside more than what is missing. Default: no.")
                    @Nullable
                    String stop,
            @Option(
                            names = "--accrues",
                            paramLabel = "yes|no",
                            description =
                                    "Whether what is planned counts as put aside without a recorded contribution.")
                    @Nullable
                    String accrues,
            @Option(names = "--opening", paramLabel = "AMOUNT", description = "What was in it before the first month.")
                    @Nullable
                    String opening,
            @Option(names = "--category", paramLabel = "CATEGORY", description = "Its category.") @Nullable
                    String category,
            @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.") @Nullable
                    String description,
            @Option(names = "--name", paramLabel = "NAME", description = "A new name.") @Nullable String name,
            @Mixin TermsOptions terms) {
        household.open(environment, session -> {
            Fields base = session.fields()
                    .put("by", by)
                    .number("every", every)
                    .put("member", of)
                    .decimal("percentage", percentage)
                    .decimal("amount", amount);
            Fields fields = session.fields()
                    .put("name", name)
                    .put("description", description)
                    .put("category", category)
                    .decimal("target", target)
                    .yesOrNo("stop_at_target", stop)
                    .yesOrNo("accrues", accrues)
                    .decimal("opening_balance", opening);
            if (!base.body().isEmpty()) {
                base.put("mode", mode(by, of, percentage));
                fields.put("base", base.body());
            }
            PROVISIONS.set(session, provision, fields, terms);
        });
    }

    /** The API refuses what does not belong to the mode. */
    private static String mode(@Nullable String by, @Nullable String of, @Nullable String percentage) {
        if (by != null) {
            return "to_target";
        }
        if (of != null) {
            return "member";
        }
        return percentage != null ? "total" : "fixed";
    }

    @Command(name = "end", description = "End a provision from a month on. Earlier months stay as they are.")
    void end(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name or its number.") String provision,
            @Mixin EndOptions options) {
        household.open(environment, session -> PROVISIONS.end(session, provision, options));
    }
}
