package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.Columns;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows months side by side. */
@Command(
        name = "year",
        description = "Show months side by side: a year, or from a month to a month, at most 36.",
        footerHeading = "%nExamples:%n",
        footer = {"  prorata year", "  prorata year 2026", "  prorata year --from 2025-07 --to 2026-06"})
public final class YearCommand implements Runnable {

    private final CommandEnvironment environment;

    @Mixin
    private final HouseholdOptions household = new HouseholdOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "YEAR",
            description = "Which year, such as 2026. Default: the twelve months up to the current one.")
    private @Nullable String year;

    @Option(names = "--from", paramLabel = "MONTH", description = "The first month, with --to.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "MONTH", description = "The last month.")
    private @Nullable String to;

    public YearCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        if (year != null && (from != null || to != null)) {
            throw new UsageException("A year has its months: name a year, or --from and --to.");
        }
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(new Query("/dashboard/year")
                                        .with("from", year == null ? from : year + "-01")
                                        .with("to", year == null ? to : year + "-12")
                                        .path()),
                        answer -> lines(session, answer)));
    }

    private static List<String> lines(HouseholdSession session, JsonNode year) {
        Columns months = session.columns()
                .wordColumn(
                        "MONTH",
                        month -> month.path("month").asText(session.words().text("all")))
                .amountColumn("NET INCOME", figure("net_income"))
                .amountColumn("PROVISIONS", figure("total_provisions"))
                .amountColumn("FIXED", figure("total_fixed"))
                .amountColumn("VARIABLE", figure("total_variable"))
                .amountColumn("TO PAY", figure("total_expenses"))
                .amountColumn("LEFT", figure("net_available"));
        year.path("total")
                .path("member_totals")
                .fieldNames()
                .forEachRemaining(member -> months.ownColumn(
                        session.memberName(member),
                        month -> figures(month).path("member_totals").path(member)));
        List<JsonNode> rows = new ArrayList<>(year.path("months").valueStream().toList());
        rows.add(year.path("total"));
        List<String> lines = new ArrayList<>(months.lines(rows));
        if (!year.path("categories").isEmpty()) {
            lines.add("");
            lines.addAll(categories(session, year));
        }
        return lines;
    }

    private static List<String> categories(HouseholdSession session, JsonNode year) {
        Columns categories = session.columns()
                .textColumn(
                        "CATEGORY",
                        category ->
                                category.path("category").asText(session.words().text("(uncategorised)")))
                .amountColumn("TOTAL", "total_amount");
        for (int month = 0; month < year.path("months").size(); month++) {
            int at = month;
            categories.ownColumn(
                    year.path("months").path(at).path("month").asText(),
                    category -> category.path("series").path(at).path("total_amount"));
        }
        return categories.lines(year.path("categories"));
    }

    private static Function<JsonNode, JsonNode> figure(String name) {
        return month -> figures(month).path(name);
    }

    /** The figures of a month; those of all months stand by themselves. */
    private static JsonNode figures(JsonNode month) {
        return month.has("summary") ? month.path("summary") : month;
    }
}
