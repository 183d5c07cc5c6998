package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.adapter.web.problem.RefusalMapper;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.domain.Refusal;
import io.prorata.domain.Refusal.RefusedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as it is said on the command line: the same for a refusal of the books here and for a server's problem.
 *
 * @param sentence the whole of it
 * @param details what is wrong with which part, one line each
 */
public record ErrorDetails(String sentence, List<String> details) {

    /** By what they are called in requests: parts of a body by pointers. */
    private static final Map<String, String> OPTIONS = Map.of(
            "/name", "--name",
            "name", "--name",
            "/scope", "--scope",
            "/currency", "--currency",
            "/time_zone", "--zone",
            "/members", "--member",
            "/transactions", "TRANSACTION",
            "force", "--force",
            "profile", "--profile",
            "months", "--months");

    /** Says what the household refused. */
    public static ErrorDetails of(Refusal refusal, TerminalWords words) {
        String detail =
                asOptions(RefusalMapper.problemFor(refusal).in(words.language()).detail());
        return switch (refusal) {
            case Refusal.BrokenRule(String where, String rule) ->
                new ErrorDetails(atPart(where, asOptions(words.sentence(rule))), List.of());
            case Refusal.NothingAccepted(List<RefusedLine> lines) -> new ErrorDetails(detail, lines(lines, words));
            case Refusal.UnreadableBankFile unreadable ->
                new ErrorDetails(detail, settledBy(unreadable.option(), unreadable.answers(), words));
            case Refusal.UnknownConfig _,
                    Refusal.ConfigHeld _,
                    Refusal.UnknownHousehold _,
                    Refusal.ChangedSinceBackup _,
                    Refusal.BillIsPaid _,
                    Refusal.ProvisionHasMovements _,
                    Refusal.PaysNoBill _,
                    Refusal.UnknownFixedExpense _,
                    Refusal.UnknownProvision _,
                    Refusal.UnknownBudget _,
                    Refusal.CategoryHasBudget _,
                    Refusal.UnknownAccount _,
                    Refusal.AccountHasRows _,
                    Refusal.UnknownSettlement _,
                    Refusal.NamedByRows _,
                    Refusal.NamedByRules _,
                    Refusal.UnknownRule _,
                    Refusal.UnknownMovement _,
                    Refusal.UnknownTransaction _,
                    Refusal.NoConfig _,
                    Refusal.UnknownCategory _,
                    Refusal.UnknownTransfer _,
                    Refusal.UnknownImport _,
                    Refusal.UnknownImportProfile _,
                    Refusal.AmbiguousProfile _,
                    Refusal.UnknownToken _,
                    Refusal.ChangesGone _,
                    Refusal.SignInRefused _,
                    Refusal.UnknownWarming _,
                    Refusal.UnknownRows _,
                    Refusal.UnknownMember _,
                    Refusal.MemberInUse _,
                    Refusal.MemberKeyTaken _,
                    Refusal.CurrencyFixed _,
                    Refusal.CurrencyChanged _,
                    Refusal.PastMonth _,
                    Refusal.Overtaken _,
                    Refusal.AlreadyUndone _,
                    Refusal.RowsChangedSince _,
                    Refusal.CircularRename _,
                    Refusal.UnknownRevision _,
                    Refusal.NotUndoable _,
                    Refusal.ChangedSince _,
                    Refusal.TooManyRows _,
                    Refusal.KeyUsedOtherwise _,
                    Refusal.StillRunning _,
                    Refusal.AnswerNotKept _ -> new ErrorDetails(detail, List.of());
        };
    }

    /**
     * Says what a server answered.
     *
     * @param optionOf returns the option of the command by the pointer or parameter of an error
     */
    static ErrorDetails of(int status, JsonNode problem, TerminalWords words, UnaryOperator<String> optionOf) {
        String detail = asOptions(problem.path("detail").asText(words.text("The server answers {0}.", status)));
        List<String> details = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            String where = error.path("parameter")
                    .asText(error.path("pointer").asText(error.path("header").asText("")));
            String rule = asOptions(error.path("detail").asText());
            String said = where.isEmpty() ? rule : optionOf.apply(where) + ": " + rule;
            if (rule.equals(detail)) {
                detail = said;
            } else {
                details.add(said);
            }
        }
        details.addAll(lines(RemoteImport.refusedLines(problem.path("lines")), words));
        Map<String, String> answers = new LinkedHashMap<>();
        problem.path("options")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asText()));
        details.addAll(settledBy(problem.path("option").textValue(), answers, words));
        return new ErrorDetails(detail, details);
    }

    private static String atPart(String where, String rule) {
        return where.isEmpty() ? rule : usualOption(where) + ": " + rule;
    }

    private static List<String> lines(List<RefusedLine> lines, TerminalWords words) {
        return lines.stream()
                .map(line -> words.text("line {0}: {1}", line.line(), words.sentence(line.reason())))
                .toList();
    }

    private static List<String> settledBy(@Nullable String option, Map<String, String> answers, TerminalWords words) {
        List<String> settled = new ArrayList<>();
        Optional.ofNullable(option)
                .flatMap(ReadOption::ofParameter)
                .ifPresent(settling -> settled.add(
                        words.text("Settle it with {0}: {1}.", settling.flag(), words.sentence(settling.help()))));
        if (!answers.isEmpty()) {
            settled.add(words.text(
                    "Say, if it is right: {0}",
                    "prorata import FILE "
                            + answers.entrySet().stream()
                                    .map(answer -> usualOption(answer.getKey()) + "=" + quoted(answer.getValue()))
                                    .collect(Collectors.joining(" "))));
        }
        return settled;
    }

    /** As a shell takes it for one word. */
    private static String quoted(String value) {
        return value.matches("[\\p{Alnum}_.,:/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    /** Returns what a part of a request is called on the command line. */
    static String usualOption(String where) {
        return ReadOption.ofParameter(where).map(ReadOption::flag).orElseGet(() -> OPTIONS.getOrDefault(where, where));
    }

    /** Parameters that a sentence of the API recommends, as options. */
    private static String asOptions(String detail) {
        return detail.replace("force=true", "--force")
                .replace("The option account or profile says", "--account or --profile says")
                .replace("account ou profile", "--account ou --profile")
                .replace("account oder profile", "--account oder --profile");
    }
}
