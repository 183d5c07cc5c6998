package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.transfer.UnreadableExportException;
import io.prorata.application.port.StoreUnavailableException;
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

    static CommandError about(Exception exception) {
        return switch (exception) {
            case UsageException usage -> of(usage, ExitCode.USAGE);
            case UnreadableExportException unreadable -> of(unreadable, ExitCode.REFUSED);
            case RefusedException refused -> of(ErrorDetails.of(refused.refusal()), ExitCode.REFUSED);
            case ServerRefusedException refused ->
                of(refused.details(), refused.status() < FIRST_SERVER_ERROR ? ExitCode.REFUSED : ExitCode.UNAVAILABLE);
            case ServerSilentException silent -> of(silent, ExitCode.UNAVAILABLE);
            case CannotServeException cannot -> of(cannot, ExitCode.UNAVAILABLE);
            case UnusableDatabaseException unusable -> of(unusable, ExitCode.UNAVAILABLE);
            case StoreUnavailableException unavailable -> of(unavailable, ExitCode.UNAVAILABLE);
            default ->
                new CommandError(
                        "A fault in Prorata itself: " + exception + ".",
                        List.of("With --verbose it says where; please report that."),
                        ExitCode.FAULT);
        };
    }

    private static CommandError of(ErrorDetails said, int exitCode) {
        return new CommandError(said.sentence(), said.details(), exitCode);
    }

    private static CommandError of(Exception exception, int exitCode) {
        return new CommandError(String.valueOf(exception.getMessage()), List.of(), exitCode);
    }
}
