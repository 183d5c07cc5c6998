package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.command.frame.Things;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.domain.household.Member;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changes of the plan would mean. They are sent as the requests that would make them, and nothing is changed. */
@Command(
        name = "what-if",
        description = {
            "Show what everybody would pay if incomes, the key, bills or provisions changed.",
            "Nothing is changed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata what-if --key equal --from 2026-01",
            "  prorata what-if --net jules=2900 --months 24",
            "  prorata what-if --bill Rent=1100 --bill Gym=30 --end-provision Japan"
        })
public final class WhatIfCommand implements Callable<Integer> {

    private static final Things BILLS = new Things("/fixed-expenses", "all", "fixed_expenses", "label");
    private static final Things PROVISIONS = new Things("/provisions", "all", "provisions", "name");

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

    public WhatIfCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        household.open(environment, session -> {
            String first = from == null ? session.currentMonth() : from;
            ObjectNode simulation = JsonNodeFactory.instance.objectNode();
            simulation.put("from", first).put("to", last(first));
            ArrayNode changes = simulation.putArray("changes");
            config(session, first).ifPresent(changes::add);
            stated(bills).forEach(bill -> changes.add(bill(session, bill, first)));
            stated(endedBills).forEach(bill -> changes.add(ended(BILLS.pathOf(session, bill), first)));
            stated(provisions).forEach(provision -> changes.add(provision(session, provision, first)));
            stated(endedProvisions).forEach(name -> changes.add(ended(PROVISIONS.pathOf(session, name), first)));
            if (changes.isEmpty()) {
                throw new UsageException("No option says what would change. See: prorata what-if --help");
            }
            session.show(session.api().post("/simulations", simulation), answer -> lines(session, answer));
        });
        return 0;
    }

    private static List<String> stated(@Nullable List<String> options) {
        return options == null ? List.of() : options;
    }

    private String last(String first) {
        try {
            return YearMonth.parse(first).plusMonths(months - 1L).toString();
        } catch (DateTimeException e) {
            // The server says what is wrong with the first month.
            return first;
        }
    }

    /** Nothing is written, so a month that is over may be restated. */
    private Optional<ObjectNode> config(HouseholdSession session, String first) {
        if (key == null && net == null && gross == null && rates == null && leavers == null) {
            return Optional.empty();
        }
        var config = new StatedConfig(session, first);
        config.state("net", net);
        config.state("gross", gross);
        config.state("tax_rate", rates);
        config.leaveOut(leavers);
        config.divideBy(key);
        return Optional.of(change("POST", new Query("/configs").with("restate", true), config.body(first)));
    }

    private static ObjectNode bill(HouseholdSession session, String stated, String first) {
        String[] named = named(stated);
        Optional<JsonNode> known = BILLS.find(session, named[0]);
        ObjectNode amount = session.fields().decimal("amount", named[1]).body();
        return known.map(bill ->
                        change("PATCH", at(BILLS.path() + "/" + bill.path("id").asText(), first), amount))
                .orElseGet(() -> change(
                        "POST",
                        new Query(BILLS.path()),
                        amount.put("label", named[0])
                                .put("category", named[0])
                                .put("frequency", "monthly")
                                .put("from", first)));
    }

    private static ObjectNode provision(HouseholdSession session, String stated, String first) {
        String[] named = named(stated);
        Optional<JsonNode> known = PROVISIONS.find(session, named[0]);
        ObjectNode base = session.fields()
                .put("mode", "fixed")
                .decimal("amount", named[1])
                .body();
        ObjectNode body = session.fields().put("base", base).body();
        return known.map(one -> change(
                        "PATCH", at(PROVISIONS.path() + "/" + one.path("id").asText(), first), body))
                .orElseGet(() -> change(
                        "POST",
                        new Query(PROVISIONS.path()),
                        body.put("name", named[0]).put("from", first)));
    }

    private static ObjectNode ended(String path, String first) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", "DELETE")
                .put("path", at(path, first).path());
    }

    private static Query at(String path, String first) {
        return new Query(path).with("from", first).with("restate", true);
    }

    private static ObjectNode change(String method, Query query, ObjectNode body) {
        ObjectNode change =
                JsonNodeFactory.instance.objectNode().put("method", method).put("path", query.path());
        change.set("body", body);
        return change;
    }

    private static String[] named(String stated) {
        int equals = stated.lastIndexOf('=');
        if (equals <= 0) {
            throw new UsageException("'" + stated + "' has no '='; write a name and an amount, such as Rent=1100.");
        }
        return new String[] {stated.substring(0, equals), stated.substring(equals + 1)};
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
        lines.addAll(session.columns()
                .textColumn("MEMBER", "name")
                .amountColumn("NOW", "baseline")
                .amountColumn("WOULD BE", "outcome")
                .amountColumn("DIFFERENCE", "difference")
                .lines(members(session, answer)));
        if (!answer.path("lines").isEmpty()) {
            lines.add("");
            lines.addAll(session.columns()
                    .textColumn(
                            "LINE",
                            line -> line.path("name").asText(session.words().text("(uncategorised)")))
                    .amountColumn("NOW", "baseline")
                    .amountColumn("WOULD BE", "outcome")
                    .amountColumn("DIFFERENCE", "difference")
                    .textColumn("OF IT", line -> shares(session, line.path("member_differences")))
                    .lines(answer.path("lines")));
        }
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
