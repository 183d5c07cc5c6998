package io.prorata.bootstrap.command.household;

import io.prorata.bootstrap.command.frame.EndOptions;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
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

/** Bills: what has to be paid regularly. */
@Command(
        name = "bill",
        description = "List, set or end bills.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata bill set Rent --category Housing --amount 1034.00 --every monthly",
            "  prorata bill set \"Car insurance\" --category Car --amount 640 --every annual --due 2026-09",
            "  prorata bill set Rent --amount 1060.00 --from 2027-01",
            "  prorata bill list",
            "  prorata bill end Rent --from 2027-06"
        })
public final class BillCommand {

    static final Things BILLS = new Things("/fixed-expenses", "all", "fixed_expenses", "label");

    private final CommandEnvironment environment;

    public BillCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List the bills of a month.")
    void list(
            @Mixin HouseholdOptions household,
            @Mixin MonthOption month,
            @Option(names = "--all", description = "Also those that have ended or not begun.") boolean all) {
        household.open(
                environment,
                session -> BILLS.list(
                        session,
                        month,
                        all,
                        columns -> columns.numberColumn("ID", "id")
                                .textColumn("NAME", "label")
                                .textColumn("CATEGORY", "category")
                                .amountColumn("AMOUNT", "amount")
                                .wordColumn("EVERY", "frequency")
                                .amountColumn("PER MONTH", "monthly_amount")
                                .wordColumn("DUE", "next_due")
                                .amountColumn("PUT ASIDE", "put_aside")
                                .wordColumn("SPLIT", bill -> SplitWords.write(bill.path("split")))));
    }

    @Command(name = "show", description = "Show the terms of a bill, and from which month on they hold.")
    void show(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "BILL", description = "Its name or its number.") String bill) {
        household.open(
                environment,
                session -> BILLS.timeline(
                        session,
                        bill,
                        columns -> columns.amountColumn("AMOUNT", "amount")
                                .wordColumn("EVERY", "frequency")
                                .wordColumn("DUE", "due_month")));
    }

    @Command(
            name = "set",
            description = {
                "Create a bill, or change what the options state from a month on.",
                "The value none removes what is there."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "BILL", description = "Its name; or the number of one that exists.") String bill,
            @Option(names = "--amount", paramLabel = "AMOUNT", description = "The amount of one payment.") @Nullable
                    String amount,
            @Option(
                            names = "--every",
                            paramLabel = "FREQUENCY",
                            description = "How often it is paid: weekly, monthly, bimonthly, quarterly, semiannual,"
                                    + " annual, every_18_months, every_2_weeks ...")
                    @Nullable
                    String every,
            @Option(
                            names = "--due",
                            paramLabel = "MONTH",
                            description = "A month in which it is due; what it needs is put aside until then.")
                    @Nullable
                    String due,
            @Option(names = "--category", paramLabel = "CATEGORY", description = "Its category.") @Nullable
                    String category,
            @Option(
                            names = "--paid-from-category",
                            paramLabel = "CATEGORY",
                            description = "The category of the rows that pay it. Default: its category.")
                    @Nullable
                    String paidFrom,
            @Option(names = "--name", paramLabel = "NAME", description = "A new name.") @Nullable String name,
            @Mixin TermsOptions terms) {
        household.open(
                environment,
                session -> BILLS.set(
                        session,
                        bill,
                        session.fields()
                                .put("label", name)
                                .put("category", category)
                                .put("paid_from_category", paidFrom)
                                .decimal("amount", amount)
                                .put("frequency", every)
                                .put("due_month", due),
                        terms));
    }

    @Command(name = "end", description = "End a bill from a month on. Earlier months stay as they are.")
    void end(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "BILL", description = "Its name or its number.") String bill,
            @Mixin EndOptions options) {
        household.open(environment, session -> BILLS.end(session, bill, options));
    }
}
