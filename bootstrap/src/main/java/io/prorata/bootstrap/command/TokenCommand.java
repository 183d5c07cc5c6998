package io.prorata.bootstrap.command;

import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Households;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.Operator.KnownToken;
import io.prorata.bootstrap.operator.Operator.NewToken;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.HouseholdOption;
import io.prorata.bootstrap.option.OptionConverters;
import io.prorata.bootstrap.option.PublicAddressOption;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.Table;
import io.prorata.bootstrap.terminal.Table.Side;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says who may ask. */
@Command(
        name = "token",
        description = "Create, list or revoke access tokens.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata token create --name phone",
            "  TOKEN=$(prorata token create --name script --scope read)",
            "  prorata token create --name phone --link --public-address https://money.example",
            "  prorata token list",
            "  prorata token revoke 3"
        })
final class TokenCommand {

    private static final String DAY = "yyyy-mm-dd";

    private final CommandEnvironment environment;

    TokenCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(
            name = "create",
            description = {
                "Create a token for one household. It is shown once, on standard output: only its hash is stored.",
                "Send it with every request, in the header 'Authorization: Bearer TOKEN'."
            })
    int create(
            @Mixin DatabaseOption database,
            @Mixin HouseholdOption household,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "A name to recognise it by, such as phone.")
                    String name,
            @Option(
                            names = "--scope",
                            defaultValue = "write",
                            paramLabel = "SCOPE",
                            converter = OptionConverters.Scope.class,
                            description =
                                    "What it allows: read, write (and read), admin (and make tokens). Default: write.")
                    Tokens.TokenScope scope,
            @Option(
                            names = "--expires",
                            paramLabel = "WHEN",
                            description = {
                                "Until when it is valid: a day, such as 2027-01-31, to its end where the household"
                                        + " lives,",
                                "or a moment, such as 2027-01-31T12:00:00Z. Default: until it is revoked."
                            })
                    @Nullable
                    String expires,
            @Option(
                            names = "--link",
                            description = {
                                "Make a link instead, by which a browser signs in once, within ten minutes.",
                                "It needs --public-address: browsers keep a session only over https."
                            })
                    boolean link,
            @Option(
                            names = "--public-address",
                            paramLabel = "URL",
                            description = "Where the browser reaches the server: https://money.example. Environment:"
                                    + " PRORATA_PUBLIC_ADDRESS.")
                    @Nullable
                    String publicAddress) {
        if (link) {
            if (expires != null) {
                throw new UsageException("A session ends by itself: --expires is for tokens, and --link makes none.");
            }
            return link(database, household, command(name, scope, Optional.empty()), publicAddress);
        }
        try (Operator operator = database.operator(environment)) {
            Households.Listed listed = household.among(operator.households());
            Optional<Instant> end = Optional.ofNullable(expires)
                    .map(text -> end(text, listed.household().zone()));
            NewToken made = operator.issue(listed.id(), command(name, scope, end));
            environment.out().println(made.secret());
            tell(made.token(), listed);
        }
        return ExitCode.OK;
    }

    private void tell(KnownToken made, Households.Listed listed) {
        Object[] values = {
            made.id(),
            made.name(),
            scopeText(made.scope()),
            listed.id(),
            listed.household().name(),
            made.expiresAt().map(Instant::toString).orElse("")
        };
        if (made.expiresAt().isPresent()) {
            environment.printNote(
                    "Token {0} ({1}) may {2} the household {3}, {4}, until {5}. Keep it now: it is not shown again.",
                    values);
        } else {
            environment.printNote(
                    "Token {0} ({1}) may {2} the household {3}, {4}. Keep it now: it is not shown again.", values);
        }
    }

    private int link(
            DatabaseOption database,
            HouseholdOption household,
            IssueToken.Command command,
            @Nullable String publicAddress) {
        if (publicAddress == null) {
            throw new UsageException(
                    "A link for another device needs https: put a proxy with TLS in front of the server, and name its"
                            + " address with --public-address https://... On this machine, open the server's address and"
                            + " sign in with a token.");
        }
        URI address = PublicAddressOption.https(publicAddress);
        try (Operator operator = database.operator(environment)) {
            Households.Listed listed = household.among(operator.households());
            environment.out().println(address + "/sign-in?code=" + operator.link(listed.id(), command));
            environment.printNote(
                    "Whoever opens it within ten minutes, once, may {0} the household {1}, {2}.",
                    scopeText(command.scope()), listed.id(), listed.household().name());
        }
        return ExitCode.OK;
    }

    @Command(name = "list", description = "List the tokens of a household, without their secrets.")
    int list(@Mixin DatabaseOption database, @Mixin HouseholdOption household) {
        try (Operator operator = database.operator(environment)) {
            Table table = new Table(Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT)
                    .row(environment.words().heads("ID", "NAME", "SCOPE", "MADE", "STATE"));
            for (KnownToken token :
                    operator.tokens(household.among(operator.households()).id())) {
                table.row(
                        Long.toString(token.id()),
                        token.name(),
                        scopeText(token.scope()),
                        token.at().toString(),
                        state(token));
            }
            table.lines().forEach(environment.out()::println);
        }
        return ExitCode.OK;
    }

    @Command(name = "revoke", description = "Revoke a token. Takes effect with the next request.")
    int revoke(
            @Mixin DatabaseOption database,
            @Mixin HouseholdOption household,
            @Parameters(paramLabel = "TOKEN", description = "Its number, as 'prorata token list' shows it.")
                    long token) {
        try (Operator operator = database.operator(environment)) {
            KnownToken revoked =
                    operator.revoke(household.among(operator.households()).id(), token);
            environment.print("Token {0} ({1}) is revoked.", revoked.id(), revoked.name());
        }
        return ExitCode.OK;
    }

    private String state(KnownToken token) {
        TerminalWords words = environment.words();
        if (token.revoked()) {
            return words.text("revoked");
        }
        return token.expiresAt()
                .map(end -> end.isAfter(environment.clock().instant())
                        ? words.text("valid until {0}", end)
                        : words.text("expired {0}", end))
                .orElseGet(() -> words.text("valid"));
    }

    /** Returns the moment that {@code text} names, or the end of the day where {@code zone} is. */
    private static Instant end(String text, ZoneId zone) {
        try {
            return text.length() == DAY.length()
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--expires wants a day such as 2027-01-31, or a moment such as 2027-01-31T12:00:00Z, not " + text
                            + ".",
                    e);
        }
    }

    private static IssueToken.Command command(String name, Tokens.TokenScope scope, Optional<Instant> expires) {
        try {
            return new IssueToken.Command(name, scope, expires);
        } catch (IllegalArgumentException e) {
            throw new UsageException("This cannot be a token's name: " + e.getMessage() + ".", e);
        }
    }

    private static String scopeText(Tokens.TokenScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
