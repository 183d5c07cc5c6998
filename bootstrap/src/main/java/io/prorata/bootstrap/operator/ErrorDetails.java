package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.adapter.web.problem.RefusalMapper;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.domain.Refusal;
import io.prorata.domain.Refusal.RefusedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as it is said on the command line: the same for a refusal of the books here and for a server's problem.
 *
 * @param sentence the whole of it
 * @param details what is wrong with which part, one line each
 */
public record ErrorDetails(String sentence, List<String> details) {

    /** Says what the household refused. */
    public static ErrorDetails of(Refusal refusal) {
        String detail = RefusalMapper.problemFor(refusal).detail();
        return switch (refusal) {
            case Refusal.BrokenRule(String where, String rule) -> new ErrorDetails(atPart(where, rule), List.of());
            case Refusal.NothingAccepted(List<RefusedLine> lines) -> new ErrorDetails(detail, lines(lines));
            case Refusal.UnreadableBankFile unreadable ->
                new ErrorDetails(detail, settledBy(unreadable.option(), unreadable.answers()));
            default -> new ErrorDetails(detail, List.of());
        };
    }

    /** Says what a server answered. */
    static ErrorDetails of(int status, JsonNode problem) {
        String detail = problem.path("detail").asText("The server answers " + status + ".");
        List<String> details = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            String where = error.path("parameter")
                    .asText(error.path("pointer").asText(error.path("header").asText("")));
            String said = atPart(where, error.path("detail").asText());
            if (error.path("detail").asText().equals(detail)) {
                detail = said;
            } else {
                details.add(said);
            }
        }
        details.addAll(lines(RemoteImport.refusedLines(problem.path("lines"))));
        Map<String, String> answers = new LinkedHashMap<>();
        problem.path("options")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asText()));
        details.addAll(settledBy(problem.path("option").textValue(), answers));
        return new ErrorDetails(detail, details);
    }

    private static String atPart(String where, String rule) {
        return where.isEmpty() ? rule : named(where) + ": " + rule;
    }

    private static List<String> lines(List<RefusedLine> lines) {
        return lines.stream()
                .map(line -> "line " + line.line() + ": " + line.reason())
                .toList();
    }

    private static List<String> settledBy(@Nullable String option, Map<String, String> answers) {
        List<String> settled = new ArrayList<>();
        Optional.ofNullable(option)
                .flatMap(ReadOption::ofParameter)
                .ifPresent(settling -> settled.add("Settle it with " + settling.flag() + ": " + settling.help() + "."));
        if (!answers.isEmpty()) {
            settled.add("Say, if it is right: prorata import FILE "
                    + answers.entrySet().stream()
                            .map(answer -> named(answer.getKey()) + "=" + quoted(answer.getValue()))
                            .collect(Collectors.joining(" ")));
        }
        return settled;
    }

    /** As a shell takes it for one word. */
    private static String quoted(String value) {
        return value.matches("[\\p{Alnum}_.,:/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    /** Options of an import are called on the command line as they are here. */
    private static String named(String where) {
        return ReadOption.ofParameter(where).map(ReadOption::flag).orElse(where);
    }
}
