package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.JooqStoreAudit;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.Households;
import io.prorata.bootstrap.command.frame.WithServer;
import io.prorata.bootstrap.command.household.HouseholdSettings;
import io.prorata.bootstrap.composition.OpenBooks;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.OwnerFile;
import io.prorata.bootstrap.operator.TierOperator;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.FolderOption;
import io.prorata.bootstrap.option.HouseholdOption;
import io.prorata.bootstrap.option.OptionConverters;
import io.prorata.bootstrap.option.TierOptions;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.Table;
import io.prorata.bootstrap.terminal.Table.Side;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes, lists and deletes households. */
@Command(
        name = "household",
        description = "Create, list or delete households.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata household create --name \"Ours\" --currency EUR --zone Europe/Paris \\",
            "          --member ines=In\u00e8s --member jules=Jules",
            "  prorata household list",
            "  prorata household delete --name \"Ours\" --backup last.db"
        })
final class HouseholdCommand extends HouseholdSettings {

    private final CommandEnvironment environment;

    HouseholdCommand(CommandEnvironment environment) {
        super(environment);
        this.environment = environment;
    }

    @Command(
            name = "create",
            description = {
                "Create a household. Creates the database if it does not exist.",
                "--from makes it of an export (GET /export): the same household with its history, without tokens. Stop"
                        + " the server before."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  prorata household create --name \"Ours\" --currency EUR --zone Europe/Paris \\",
                "          --member ines=In\u00e8s --member jules=Jules",
                "  prorata household create --from household.json"
            })
    int create(
            @Mixin DatabaseOption database,
            @Option(names = "--name", paramLabel = "NAME", description = "The household's name.") @Nullable String name,
            @Option(
                            names = "--currency",
                            paramLabel = "CODE",
                            converter = OptionConverters.CurrencyCode.class,
                            description = "The currency of all amounts: EUR, CHF, JPY ... It cannot be changed once an"
                                    + " amount exists.")
                    @Nullable
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
                            paramLabel = "KEY=NAME",
                            converter = OptionConverters.KeyAndName.class,
                            description = {
                                "A member, in display order. Repeat it for each, at most twelve.",
                                "The key is a short name: a lower-case letter, then lower-case letters, digits or"
                                        + " hyphens."
                            })
                    @Nullable
                    List<Member> members,
            @Option(
                            names = "--from",
                            paramLabel = "FILE",
                            description = "An export, as a JSON document or a ZIP archive, in place of all the above.")
                    @Nullable
                    Path from) {
        if (from != null) {
            if (name != null || currency != null || zone != null || members != null) {
                throw new UsageException("--from has everything of a household: name, currency, zone and members too.");
            }
            return createFrom(from, database);
        }
        if (name == null || currency == null || members == null) {
            throw new UsageException("A household has a name, a currency and members: give --name, --currency and"
                    + " --member for each, or --from with an export.");
        }
        Household household = household(name, currency, zone == null ? ZoneId.systemDefault() : zone, members);
        try (Operator operator = database.operatorOfNewOrOld(environment)) {
            Households.Listed made = operator.found(household);
            print(made);
        }
        return ExitCode.OK;
    }

    private int createFrom(Path from, DatabaseOption database) {
        try (Database books = database.own(environment);
                InputStream document = ExportFile.open(from)) {
            HouseholdId id = OpenBooks.founding(books).found(document);
            print(new Households.Listed(
                    id,
                    OpenBooks.in(books, environment.clock())
                            .read(id, opened -> opened.households().get(id))));
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException(from + " cannot be read: " + e.getMessage() + ".", e);
        }
        return ExitCode.OK;
    }

    private void print(Households.Listed made) {
        print(List.of(made));
        environment.printNote("Next, let a device in: prorata token create --household {0} --name phone", made.id());
    }

    @Command(name = "list", description = "List the households with their members.")
    int list(@Mixin DatabaseOption database) {
        try (Operator operator = database.operator(environment)) {
            print(operator.households());
        }
        return ExitCode.OK;
    }

    @Command(
            name = "delete",
            description = {
                "Delete a household with all that is kept of it: books, tokens, imports, history, and finished answers"
                        + " in every tier.",
                "The books are backed up first; there is no other way back. Other households stay as they are."
            },
            footerHeading = "%nExample:%n",
            footer = "  prorata household delete --household 2 --name \"Ours\" --backup before-deletion.db")
    int delete(
            @Mixin DatabaseOption database,
            @Mixin HouseholdOption household,
            @Mixin TierOptions tiers,
            @Mixin FolderOption folder,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "What the household is called, typed as it is: a number is easily mistaken.")
                    String name,
            @Option(
                            names = "--backup",
                            required = true,
                            paramLabel = "FILE",
                            description = "Where the backup goes that is made first; nothing may be there yet.")
                    Path backup) {
        Households.Listed listed;
        try (Operator operator = database.operator(environment)) {
            listed = household.among(operator.households());
        }
        if (!listed.household().name().equals(name)) {
            throw new UsageException("The household " + listed.id() + " is called "
                    + listed.household().name() + ", not " + name
                    + ". Nothing was deleted; type its name with --name.");
        }
        folder.requireFolderOf(backup);
        String before = BooksBackup.make(database, Optional.of(listed.id()), backup, environment);
        long revision = revisionIn(backup, listed.id());
        WithServer.over(
                database, tiers.settings(environment), environment, note -> delete(note, listed.id(), name, revision));
        environment.print(
                "Deleted the household {0}, {1}. The books of {2} as they were before are in {3}.",
                listed.id(), name, before, backup);
        return ExitCode.OK;
    }

    private void delete(OwnerFile note, HouseholdId household, String name, long revision) {
        try (TierOperator server = TierOperator.of(note, environment)) {
            server.delete(household, name, revision);
        }
    }

    /** Returns the revision of a household as it was backed up. */
    private static long revisionIn(Path backup, HouseholdId household) {
        try (SqliteDatabase copy = SqliteDatabase.visit(backup)) {
            return new JooqStoreAudit(copy)
                    .inspect((books, evidence) -> evidence.latest(household).revision());
        }
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
                .row(environment.words().heads("ID", "NAME", "CURRENCY", "ZONE", "MEMBERS"));
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
