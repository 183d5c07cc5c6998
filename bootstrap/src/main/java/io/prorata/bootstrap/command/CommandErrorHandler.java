package io.prorata.bootstrap.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what went wrong; where in the program only if asked. */
final class CommandErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final ProrataCommand prorata;

    CommandErrorHandler(ProrataCommand prorata) {
        this.prorata = prorata;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        CommandError error = CommandError.about(exception);
        err.println(error.sentence());
        error.details().forEach(particular -> err.println("  " + particular));
        if (prorata.isVerbose()) {
            exception.printStackTrace(err);
        }
        err.flush();
        return error.exitCode();
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        if (prorata.isVerbose()) {
            exception.printStackTrace(err);
        }
        err.flush();
        return ExitCode.USAGE;
    }
}
