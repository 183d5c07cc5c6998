package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.environment.TerminalWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Estimates of income tax by published scales. */
@Command(
        name = "tax",
        description = "Estimate income tax by a published scale. No month uses estimates.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata tax estimate --income 42000 --income 30500 --parts 2.5",
            "  prorata tax estimate --scale fr-2024 --income 42000",
            "  prorata tax scales"
        })
public final class TaxCommand {

    private final CommandEnvironment environment;

    public TaxCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "scales", description = "List the published scales with their sources.")
    void scales(@Mixin HouseholdOptions household) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get("/tax/scales"),
                        answer -> session.columns()
                                .wordColumn("SCALE", "name")
                                .wordColumn("COUNTRY", "country")
                                .wordColumn("INCOMES OF", "incomes_of")
                                .wordColumn("CHECKED", "checked")
                                .textColumn("SOURCE", "source")
                                .lines(answer.path("scales"))));
    }

    @Command(
            name = "estimate",
            description = {
                "Estimate the tax of one or two adults, and the rates that they could state as --tax-rate.",
                "The rates of each adult are an approximation."
            })
    void estimate(
            @Mixin HouseholdOptions household,
            @Option(
                            names = "--income",
                            required = true,
                            paramLabel = "AMOUNT",
                            description = "The annual taxable income of an adult; repeat it for the second one.")
                    List<String> incomes,
            @Option(
                            names = "--parts",
                            paramLabel = "PARTS",
                            description = "The parts of the family, such as 2.5. Default: one for each adult.")
                    @Nullable
                    String parts,
            @Option(
                            names = "--scale",
                            paramLabel = "SCALE",
                            description = "The scale, as 'prorata tax scales' lists it. Default: the last one.")
                    @Nullable
                    String scale) {
        household.open(environment, session -> {
            ObjectNode body = session.fields()
                    .put("scale", scale == null ? latest(session) : scale)
                    .decimal("parts", parts)
                    .body();
            var taxable = body.putArray("taxable_incomes");
            incomes.forEach(income -> taxable.add(session.fields().decimal(income)));
            session.show(session.api().post("/tax/estimates", body), answer -> lines(session, answer));
        });
    }

    private static String latest(HouseholdSession session) {
        JsonNode scales = session.api().get("/tax/scales").json().path("scales");
        return scales.path(scales.size() - 1).path("name").asText();
    }

    private static List<String> lines(HouseholdSession session, JsonNode answer) {
        TerminalWords words = session.words();
        JsonNode scale = answer.path("scale");
        List<String> lines = new ArrayList<>();
        lines.add(words.text(
                "Tax of a year: {0} {1}, {2} % of all incomes.",
                session.amount(answer.path("tax")),
                scale.path("currency").asText(),
                percent(words, answer.path("household_percentage"))));
        lines.add(words.text(
                "Of each adult, approximately: {0}.",
                answer.path("individual_percentages")
                        .valueStream()
                        .map(rate -> percent(words, rate) + " %")
                        .collect(Collectors.joining(", "))));
        lines.add(words.text(
                "By the scale {0}: {1}, checked on {2}.",
                scale.path("name").asText(),
                scale.path("source").asText(),
                scale.path("checked").asText()));
        lines.add(words.text(
                "Not covered: {0}.",
                scale.path("not_covered").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))));
        return lines;
    }

    private static String percent(TerminalWords words, JsonNode rate) {
        return words.amount(new BigDecimal(rate.asText()));
    }
}
