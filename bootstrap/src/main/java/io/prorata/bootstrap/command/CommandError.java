package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.transfer.UnreadableExportException;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.ErrorDetails;
import io.prorata.bootstrap.operator.ServerRefusedException;
import io.prorata.bootstrap.operator.ServerSilentException;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.server.CannotServeException;
import io.prorata.domain.RefusedException;
import java.util.List;

/**
 * What went wrong, in words.
 *
 * @param details what is wrong with which part, one line each
 */
record CommandError(String sentence, List<String> details, int exitCode) {

    private static final int FIRST_SERVER_ERROR = 500;

    static CommandError about(Exception exception, TerminalWords words) {
        return switch (exception) {
            case UsageException usage -> of(usage, words, ExitCode.USAGE);
            case UnreadableExportException unreadable -> of(unreadable, words, ExitCode.REFUSED);
            case RefusedException refused -> of(ErrorDetails.of(refused.refusal(), words), ExitCode.REFUSED);
            case ServerRefusedException refused ->
                of(refused.details(), refused.status() < FIRST_SERVER_ERROR ? ExitCode.REFUSED : ExitCode.UNAVAILABLE);
            case ServerSilentException silent -> of(silent, words, ExitCode.UNAVAILABLE);
            case CannotServeException cannot -> of(cannot, words, ExitCode.UNAVAILABLE);
            case UnusableDatabaseException unusable -> of(unusable, words, ExitCode.UNAVAILABLE);
            case StoreUnavailableException unavailable -> of(unavailable, words, ExitCode.UNAVAILABLE);
            default ->
                new CommandError(
                        words.text("A fault in Prorata itself: {0}.", exception),
                        List.of(words.text("With --verbose it says where; please report that.")),
                        ExitCode.FAULT);
        };
    }

    private static CommandError of(ErrorDetails said, int exitCode) {
        return new CommandError(said.sentence(), said.details(), exitCode);
    }

    private static CommandError of(Exception exception, TerminalWords words, int exitCode) {
        return new CommandError(words.sentence(String.valueOf(exception.getMessage())), List.of(), exitCode);
    }
}
