package io.prorata.application.bankfile;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Why a file as a whole is refused. The names are stable: scripts and pages refer to them. */
public enum Unreadable {
    EMPTY_FILE("empty-file"),
    NOT_TEXT("not-text"),
    OTHER_FORMAT("other-format"),
    MALFORMED_FILE("malformed-file"),
    TOO_LARGE("too-large"),
    UNKNOWN_ENCODING("unknown-encoding"),
    UNKNOWN_DELIMITER("unknown-delimiter"),
    NO_HEADER("no-header"),
    MISSING_COLUMN("missing-column"),
    UNKNOWN_COLUMN("unknown-column"),
    AMBIGUOUS_COLUMNS("ambiguous-columns"),
    AMBIGUOUS_DATES("ambiguous-dates"),
    AMBIGUOUS_AMOUNTS("ambiguous-amounts"),
    AMBIGUOUS_SIGNS("ambiguous-signs");

    private final String reason;

    Unreadable(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public RefusedException because(String detail) {
        return new RefusedException(new Refusal.UnreadableBankFile(reason, detail, null));
    }

    /** @param settledBy the option with which its sender can settle it */
    public RefusedException because(String detail, ReadOption settledBy) {
        SequencedMap<ReadOption, String> answers = new LinkedHashMap<>();
        settledBy.choices().ifPresent(choices -> answers.put(settledBy, choices));
        return because(detail, settledBy, answers);
    }

    /**
     * @param settledBy the first option with which its sender can settle it
     * @param answers all options that are asked for, each with a value that would do or the choices between bars
     */
    public RefusedException because(String detail, ReadOption settledBy, SequencedMap<ReadOption, String> answers) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        answers.forEach((option, answer) -> named.put(option.parameter(), answer));
        return new RefusedException(new Refusal.UnreadableBankFile(reason, detail, settledBy.parameter(), named));
    }

    /** Asks everything at once: the first reason stands for all. */
    public static RefusedException together(List<RefusedException> questions) {
        List<Refusal.UnreadableBankFile> asked = questions.stream()
                .map(RefusedException::refusal)
                .map(Refusal.UnreadableBankFile.class::cast)
                .toList();
        SequencedMap<String, String> answers = new LinkedHashMap<>();
        asked.forEach(question -> question.answers().forEach(answers::putIfAbsent));
        return new RefusedException(new Refusal.UnreadableBankFile(
                asked.get(0).reason(),
                String.join(
                        "; and ",
                        asked.stream().map(Refusal.UnreadableBankFile::detail).toList()),
                asked.get(0).option(),
                answers));
    }
}
