package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.ApiAnswer;
import io.prorata.bootstrap.operator.HouseholdApi;
import io.prorata.bootstrap.terminal.FittedTable;
import io.prorata.domain.household.Member;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One command about a household: its API, and the terminal on which the answer is shown. */
public final class HouseholdSession {

    private final HouseholdApi api;
    private final CommandEnvironment environment;
    private final TerminalWords words;
    private final boolean json;

    HouseholdSession(HouseholdApi api, CommandEnvironment environment, boolean json) {
        this.api = api;
        this.environment = environment;
        this.words = environment.words();
        this.json = json;
    }

    public HouseholdApi api() {
        return api;
    }

    public TerminalWords words() {
        return words;
    }

    /** Returns the month that it is where the household lives. */
    public String currentMonth() {
        return YearMonth.now(
                        environment.clock().withZone(api.household().household().zone()))
                .toString();
    }

    /** Returns the fields of a request, none yet. */
    public Fields fields() {
        return new Fields(words);
    }

    /** Returns a table for this terminal, without columns yet. */
    public Columns columns() {
        return new Columns(words, environment.width(), environment.coloured());
    }

    /** Returns a table for this terminal, without columns yet, whose rows are no rows of an answer. */
    public FittedTable table() {
        return new FittedTable(environment.width(), environment.coloured());
    }

    /** Returns the name of a member; the key if there is none. */
    public String memberName(String key) {
        return api.household().household().members().stream()
                .filter(member -> member.key().text().equals(key))
                .map(Member::name)
                .findFirst()
                .orElse(key);
    }

    /** Returns an amount of an answer as the language writes it; empty if there is none. */
    public String amount(JsonNode amount) {
        return amount.isTextual() ? words.amount(new BigDecimal(amount.asText())) : "";
    }

    /** Prints an answer: as {@code lines} has it, or as JSON if that was asked for. */
    public void show(ApiAnswer answer, Function<JsonNode, List<String>> lines) {
        if (json) {
            environment.out().println(answer.text());
        } else {
            lines.apply(answer.json()).forEach(environment.out()::println);
        }
    }

    /** Prints what was done, {@code english} with its values, or the answer as JSON; and notes what people should know. */
    public void tell(ApiAnswer answer, String english, Object... values) {
        show(answer, _ -> List.of(words.text(english, values)));
        List<String> months = new ArrayList<>();
        answer.json().path("plans_moved").forEach(month -> months.add(month.asText()));
        if (!months.isEmpty()) {
            environment.printNote("Figures of the past change: {0}.", String.join(", ", months));
        }
        answer.json()
                .path("warnings")
                .forEach(warning -> environment
                        .err()
                        .println(words.sentence(warning.path("detail").asText())));
    }

    /** Prints a line beside what was asked for. */
    public void printNote(String english, Object... values) {
        environment.printNote(english, values);
    }
}
