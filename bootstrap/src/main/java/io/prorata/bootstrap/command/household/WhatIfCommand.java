package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.Columns;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Things;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.domain.household.Member;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changes of the plan would mean. They are sent as the requests that would make them, and nothing is changed. */
@Command(
        name = "what-if",
        description = {
            "Show what everybody would pay if incomes, the key, bills, provisions or budgets changed.",
            "Nothing is changed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata what-if --key equal --from 2026-01",
            "  prorata what-if --net jules=2900 --months 24",
            "  prorata what-if --bill Rent=1100 --bill Gym=30 --end-provision Japan",
            "  prorata what-if --budget Groceries=450"
        })
public final class WhatIfCommand implements Callable<Integer> {

    private static final Things BILLS = new Things("/fixed-expenses", "all", "fixed_expenses", "label");
    private static final Things PROVISIONS = new Things("/provisions", "all", "provisions", "name");
    private static final Things BUDGETS = new Things("/budgets", "all", "budgets", "category");

    private final CommandEnvironment environment;

    @Mixin
    private final HouseholdOptions household = new HouseholdOptions();

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            description = "From which month on, such as 2026-04. Default: the current one.")
    private @Nullable String from;

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "How many months are added up, at most 60. Default: 12.")
    private int months = 12;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "How costs are divided: income (by net incomes), equal, or weights such as ines=2,jules=1.")
    private @Nullable String key;

    @Option(names = "--net", paramLabel = "MEMBER=AMOUNT", description = "The monthly net income of a member.")
    private @Nullable List<String> net;

    @Option(
            names = "--gross",
            paramLabel = "MEMBER=AMOUNT",
            description = "The monthly gross income of a member, with --tax-rate or --net.")
    private @Nullable List<String> gross;

    @Option(
            names = "--tax-rate",
            paramLabel = "MEMBER=PERCENT",
            description = "The tax of a member, in percent of the gross.")
    private @Nullable List<String> rates;

    @Option(names = "--leave-out", paramLabel = "MEMBER", description = "A member who is not there from this month on.")
    private @Nullable List<String> leavers;

    @Option(
            names = "--bill",
            paramLabel = "BILL=AMOUNT",
            description = "The amount of a bill; a bill with a new name is monthly.")
    private @Nullable List<String> bills;

    @Option(names = "--end-bill", paramLabel = "BILL", description = "A bill that ends.")
    private @Nullable List<String> endedBills;

    @Option(
            names = "--provision",
            paramLabel = "PROVISION=AMOUNT",
            description = "The monthly amount of a provision, which may be a new one.")
    private @Nullable List<String> provisions;

    @Option(names = "--end-provision", paramLabel = "PROVISION", description = "A provision that ends.")
    private @Nullable List<String> endedProvisions;

    @Option(
            names = "--budget",
            paramLabel = "CATEGORY=AMOUNT",
            description = "The monthly budget of a category. Budgets are in no total.")
    private @Nullable List<String> budgets;

    @Option(names = "--end-budget", paramLabel = "CATEGORY", description = "A category without a budget.")
    private @Nullable List<String> endedBudgets;

    public WhatIfCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        household.open(environment, session -> {
            String first = from == null ? session.currentMonth() : from;
            ArrayNode changes = changes(session, first);
            if (changes.isEmpty()) {
                throw new UsageException("No option says what would change. See: prorata what-if --help");
            }
            ObjectNode simulation =
                    JsonNodeFactory.instance.objectNode().put("from", first).put("to", last(first));
            simulation.set("changes", changes);
            session.show(session.api().post("/simulations", simulation), answer -> lines(session, answer));
        });
        return 0;
    }

    private ArrayNode changes(HouseholdSession session, String first) {
        var supposed = new SupposedRequests(session, first);
        if (Stream.of(key, net, gross, rates, leavers).anyMatch(Objects::nonNull)) {
            supposed.configure(config(session, first));
        }
        supposed.set(
                BILLS,
                bills,
                amount -> session.fields().decimal("amount", amount),
                bill -> bill.put("category", bill.path("label").asText()).put("frequency", "monthly"));
        supposed.end(BILLS, endedBills);
        supposed.set(
                PROVISIONS, provisions, amount -> session.fields().put("base", fixed(session, amount)), same -> same);
        supposed.end(PROVISIONS, endedProvisions);
        supposed.set(BUDGETS, budgets, amount -> session.fields().decimal("amount", amount), same -> same);
        supposed.end(BUDGETS, endedBudgets);
        return supposed.requests();
    }

    private ObjectNode config(HouseholdSession session, String first) {
        var config = new StatedConfig(session, first);
        config.state("net", net);
        config.state("gross", gross);
        config.state("tax_rate", rates);
        config.leaveOut(leavers);
        config.divideBy(key);
        return config.body(first);
    }

    private static ObjectNode fixed(HouseholdSession session, String amount) {
        return session.fields().put("mode", "fixed").decimal("amount", amount).body();
    }

    private String last(String first) {
        try {
            return YearMonth.parse(first).plusMonths(months - 1L).toString();
        } catch (DateTimeException e) {
            // The server says what is wrong with the first month.
            return first;
        }
    }

    private static List<String> lines(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(session.words()
                .text(
                        "From {0} to {1}, in {2}. Nothing is changed.",
                        answer.path("from").asText(),
                        answer.path("to").asText(),
                        answer.path("currency").asText()));
        lines.add("");
        lines.addAll(sides(session.columns().textColumn("MEMBER", "name")).lines(members(session, answer)));
        lines.addAll(differences(session, "LINE", answer.path("lines")));
        lines.addAll(differences(session, "BUDGET", answer.path("budgets")));
        return lines;
    }

    private static Columns sides(Columns columns) {
        return columns.amountColumn("NOW", "baseline")
                .amountColumn("WOULD BE", "outcome")
                .amountColumn("DIFFERENCE", "difference");
    }

    private static List<String> differences(HouseholdSession session, String head, JsonNode rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(sides(session.columns()
                        .textColumn(
                                head,
                                line -> line.path("name").asText(session.words().text("(uncategorised)"))))
                .textColumn("OF IT", line -> shares(session, line.path("member_differences")))
                .lines(rows));
        return lines;
    }

    private static List<JsonNode> members(HouseholdSession session, JsonNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        for (Member member : session.api().household().household().members()) {
            String pointer = "/member_totals/" + member.key().text();
            if (!answer.path("difference").at(pointer).isMissingNode()) {
                rows.add(row(answer, member.name(), pointer));
            }
        }
        rows.add(row(answer, session.words().text("To pay"), "/total_expenses"));
        rows.add(row(answer, session.words().text("Left"), "/net_available"));
        return rows;
    }

    private static ObjectNode row(JsonNode answer, String name, String pointer) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("name", name);
        List.of("baseline", "outcome", "difference")
                .forEach(side -> row.set(side, answer.path(side).at(pointer)));
        return row;
    }

    private static String shares(HouseholdSession session, JsonNode members) {
        return members.properties().stream()
                .map(share -> share.getKey() + " " + session.amount(share.getValue()))
                .collect(Collectors.joining(", "));
    }
}
