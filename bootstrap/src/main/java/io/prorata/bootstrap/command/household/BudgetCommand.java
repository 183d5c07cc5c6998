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

/** Budgets: what a category may cost a month. */
@Command(
        name = "budget",
        description = "List, set or end budgets of categories.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata budget set Groceries --amount 450",
            "  prorata budget list",
            "  prorata budget end Groceries --from 2027-06"
        })
public final class BudgetCommand {

    private static final Things BUDGETS = new Things("/budgets", "all", "budgets", "category");

    private final CommandEnvironment environment;

    public BudgetCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List the budgets of a month.")
    void list(
            @Mixin HouseholdOptions household,
            @Mixin MonthOption month,
            @Option(names = "--all", description = "Also those that have ended or not begun.") boolean all) {
        household.open(
                environment,
                session -> BUDGETS.list(
                        session,
                        month,
                        all,
                        columns -> columns.numberColumn("ID", "id")
                                .textColumn("CATEGORY", "category")
                                .amountColumn("AMOUNT", "amount")
                                .wordColumn("SPLIT", budget -> SplitWords.write(budget.path("split")))));
    }

    @Command(name = "show", description = "Show the terms of a budget, and from which month on they hold.")
    void show(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "BUDGET", description = "Its category or its number.") String budget) {
        household.open(
                environment,
                session -> BUDGETS.timeline(session, budget, columns -> columns.amountColumn("AMOUNT", "amount")));
    }

    @Command(
            name = "set",
            description = {
                "Create a budget, or change what the options state from a month on.",
                "The value none removes what is there."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "BUDGET", description = "Its category; or the number of one that exists.")
                    String budget,
            @Option(names = "--amount", paramLabel = "AMOUNT", description = "The amount of one month.") @Nullable
                    String amount,
            @Option(names = "--category", paramLabel = "CATEGORY", description = "Another category.") @Nullable
                    String category,
            @Mixin TermsOptions terms) {
        household.open(
                environment,
                session -> BUDGETS.set(
                        session,
                        budget,
                        session.fields().put("category", category).decimal("amount", amount),
                        terms));
    }

    @Command(name = "end", description = "End a budget from a month on. Earlier months stay as they are.")
    void end(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "BUDGET", description = "Its category or its number.") String budget,
            @Mixin EndOptions options) {
        household.open(environment, session -> BUDGETS.end(session, budget, options));
    }
}
