package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.TerminalWords;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what went wrong; where in the program only if asked. */
final class CommandErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final ProrataCommand prorata;
    private final TerminalWords words;

    CommandErrorHandler(ProrataCommand prorata, TerminalWords words) {
        this.prorata = prorata;
        this.words = words;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        CommandError error = CommandError.about(exception, words);
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
        err.println(words.sentence(String.valueOf(exception.getMessage())));
        var suggestions = new StringWriter();
        UnmatchedArgumentException.printSuggestions(exception, new PrintWriter(suggestions, true));
        suggestions.toString().lines().map(words::sentence).forEach(err::println);
        err.println(words.text("Try: {0} --help", command.getCommandSpec().qualifiedName()));
        if (prorata.isVerbose()) {
            exception.printStackTrace(err);
        }
        err.flush();
        return ExitCode.USAGE;
    }
}
