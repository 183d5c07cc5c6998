package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.explanation.ExplanationResponse;
import io.prorata.adapter.web.explanation.ExplanationText;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.FigureToExplain;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.HouseholdOption;
import io.prorata.bootstrap.option.OptionConverters;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.Wrapping;
import io.prorata.domain.settlement.Basis;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a figure in words. */
@Command(
        name = "explain",
        description = {
            "Explain a figure: what it was made of, down to stated values and rows.",
            "By key, id or name: member, bill, provision or category; settlement of two; figure with a JSON pointer"
                    + " into the month's summary."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata explain member ines --month 2026-03",
            "  prorata explain bill Rent",
            "  prorata explain settlement jules ines --basis plan",
            "  prorata explain figure /summary/net_available --json"
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL_WIDTH = 80;

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final HouseholdOption household = new HouseholdOption();

    private static final String SETTLEMENT = "settlement";
    private static final String FIGURE = "figure";
    private static final List<String> KINDS = List.of("member", "bill", "provision", "category", SETTLEMENT, FIGURE);

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "What it is about: member, bill, provision, category, settlement or figure.")
    private String kind = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Its key, id or name; of a settlement both parties, pot for what belongs to all.")
    private @Nullable List<String> names;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = OptionConverters.Month.class,
            description = "Which month. Default: the current one.")
    private @Nullable YearMonth month;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            converter = OptionConverters.SettlementBasis.class,
            description = "What a settlement goes by: actual (the rows) or plan. Default: actual.")
    private Basis basis = Basis.ACTUAL;

    @Option(names = "--json", description = "Print the derivation as JSON.")
    private boolean json;

    public ExplainCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        FigureToExplain figure = figure();
        try (Operator operator = database.operator(environment)) {
            JsonNode answer = operator.explain(
                            household.among(operator.households()).id(), figure)
                    .orElseThrow(() -> new UsageException(
                            "The month shows no figure of this name: " + String.join(" ", names()) + "."));
            if (json) {
                environment.out().println(answer.toPrettyString());
            } else {
                show(JSON.treeToValue(answer, ExplanationResponse.class));
            }
        }
        return 0;
    }

    private List<String> names() {
        return names == null ? List.of() : names;
    }

    private String asked() {
        return kind;
    }

    private FigureToExplain figure() {
        if (!KINDS.contains(kind)) {
            throw new UsageException("Cannot explain '" + asked() + "'. Name one of " + String.join(", ", KINDS) + ".");
        }
        boolean settlement = kind.equals(SETTLEMENT);
        if (settlement && names().size() != 2) {
            throw new UsageException("A settlement is between two: name both.");
        }
        if (!settlement && names().size() != 1) {
            throw new UsageException("One name is enough; quote it if it has blanks.");
        }
        boolean pointer = kind.equals(FIGURE);
        return new FigureToExplain(
                settlement ? SETTLEMENT : "summary",
                pointer ? names().getFirst() : null,
                pointer ? null : (settlement ? "transfer" : kind) + ":" + String.join(":", names()),
                Optional.ofNullable(month),
                basis.name().toLowerCase(Locale.ROOT));
    }

    private void show(ExplanationResponse explained) {
        int width = width();
        for (ExplanationText.Line line :
                ExplanationText.of(explained, environment.words().language())) {
            // The sign is one that a shell and a spreadsheet read.
            Wrapping.lines(line.text().replace('\u2212', '-'), line.depth(), width)
                    .forEach(environment.out()::println);
        }
        environment.out().flush();
    }

    /** As wide as the terminal, or as the environment says. */
    private int width() {
        String stated = environment.environment().getOrDefault("COLUMNS", "");
        if (stated.matches("[1-9][0-9]{1,3}")) {
            return Integer.parseInt(stated);
        }
        return environment.interactive()
                ? new UsageMessageSpec().autoWidth(true).width()
                : USUAL_WIDTH;
    }
}
