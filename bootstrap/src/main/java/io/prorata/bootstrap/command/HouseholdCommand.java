package io.prorata.bootstrap.command;

import io.prorata.application.port.Households;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.OptionConverters;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.CommandEnvironment;
import io.prorata.bootstrap.terminal.Table;
import io.prorata.bootstrap.terminal.Table.Side;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes and lists households. */
@Command(
        name = "household",
        description = "Create or list households.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata household create --name \"Ours\" --currency EUR --zone Europe/Paris \\",
            "          --member ines=In\u00e8s --member jules=Jules",
            "  prorata household list"
        })
final class HouseholdCommand {

    private final CommandEnvironment environment;

    HouseholdCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(
            name = "create",
            description = "Create a household. Creates the database if it does not exist.",
            footerHeading = "%nExample:%n",
            footer = {
                "  prorata household create --name \"Ours\" --currency EUR --zone Europe/Paris \\",
                "          --member ines=In\u00e8s --member jules=Jules"
            })
    int create(
            @Mixin DatabaseOption database,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "The household's name.")
                    String name,
            @Option(
                            names = "--currency",
                            required = true,
                            paramLabel = "CODE",
                            converter = OptionConverters.CurrencyCode.class,
                            description =
                                    "The currency of all amounts: EUR, CHF, JPY ... It cannot be changed once an amount exists.")
                    Currency currency,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            converter = OptionConverters.Zone.class,
                            description =
                                    "Where its days and months begin: Europe/Paris. Default: as this machine is set.")
                    @Nullable
                    ZoneId zone,
            @Option(
                            names = "--member",
                            required = true,
                            paramLabel = "KEY=NAME",
                            converter = OptionConverters.KeyAndName.class,
                            description = {
                                "A member, in display order. Repeat it for each, at most twelve.",
                                "The key is a short name: a lower-case letter, then lower-case letters, digits or hyphens."
                            })
                    List<Member> members) {
        Household household = household(name, currency, zone == null ? ZoneId.systemDefault() : zone, members);
        try (Operator operator = database.operatorOfNewOrOld(environment)) {
            Households.Listed made = operator.found(household);
            print(List.of(made));
            environment
                    .err()
                    .println("Next, let a device in: prorata token create --household " + made.id() + " --name phone");
        }
        return ExitCode.OK;
    }

    @Command(name = "list", description = "List the households with their members.")
    int list(@Mixin DatabaseOption database) {
        try (Operator operator = database.operator(environment)) {
            print(operator.households());
        }
        return ExitCode.OK;
    }

    private static Household household(String name, Currency currency, ZoneId zone, List<Member> members) {
        try {
            return new Household(name, currency, zone, members);
        } catch (IllegalArgumentException e) {
            throw new UsageException("This cannot be a household: " + e.getMessage() + ".", e);
        }
    }

    private void print(List<Households.Listed> households) {
        Table table = new Table(Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT)
                .row("ID", "NAME", "CURRENCY", "ZONE", "MEMBERS");
        for (Households.Listed listed : households) {
            Household household = listed.household();
            table.row(
                    listed.id().toString(),
                    household.name(),
                    household.currency().getCurrencyCode(),
                    household.zone().getId(),
                    household.members().stream()
                            .map(member -> member.key() + "=" + member.name())
                            .collect(Collectors.joining(", ")));
        }
        table.lines().forEach(environment.out()::println);
    }
}
