package io.prorata.application.imports;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.AT_NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.imports.ImportReport.ShownRow;
import io.prorata.application.imports.ImportReport.UsedProfile;
import io.prorata.application.imports.profile.RemoveImportProfile;
import io.prorata.application.imports.profile.ReplaceImportProfile;
import io.prorata.application.imports.profile.ShowImportProfile;
import io.prorata.application.imports.profile.ShowImportProfiles;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Precondition;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was stated of a bank file is kept, and the next one with its header is read by it. */
public interface ImportProfilesContract extends BooksContract {

    ProfileChoice AUTO = new ProfileChoice.ByHeader();
    ProfileChoice NONE = new ProfileChoice.None();
    Map<String, String> JOINT = Map.of("account", "Joint");
    Map<String, String> INES = Map.of("account", "Ines");

    @Test
    default void whatIsStatedOnceIsKeptAndChosenByTheHeader() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);

        assertEquals(Optional.empty(), bring(work, household, 1, Map.of(), AUTO).profile());
        assertEquals(
                Optional.of(used(1, JOINT, false)),
                bring(work, household, 2, JOINT, AUTO).profile());
        assertEquals(
                List.of("1 Joint {account=Joint} datelabelamount"),
                new ShowImportProfiles(work)
                        .show(household).thing().stream()
                                .map(profile -> profile.id() + " " + profile.account() + " " + profile.options() + " "
                                        + profile.header())
                                .toList());

        ImportReport preview = preview(work, household, 3, AUTO);
        assertEquals(Optional.of(used(1, JOINT, true)), preview.profile());
        assertEquals(
                List.of("Joint"),
                preview.rows().stream().map(ImportProfilesContract::account).toList());
        assertEquals(
                Optional.of(used(1, JOINT, true)),
                bring(work, household, 3, Map.of(), AUTO).profile());
        assertEquals(1, new ShowImportProfiles(work).show(household).thing().size());

        assertEquals(List.of("null"), accounts(preview(work, household, 4, NONE)));
        assertEquals(List.of("null"), accounts(preview(work, neighbours, 4, AUTO)));
        assertEquals(List.of(), new ShowImportProfiles(work).show(neighbours).thing());
    }

    @Test
    default void aFileOfOneOfTwoAccountsIsAskedWhichItIs() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        bring(work, household, 1, JOINT, AUTO);
        bring(work, household, 2, INES, AUTO);

        assertEquals(
                new Refusal.AmbiguousProfile(
                        List.of(new Refusal.FittingProfile(1, "Joint"), new Refusal.FittingProfile(2, "Ines"))),
                refused(() -> preview(work, household, 3, AUTO)));
        assertEquals(List.of("Ines"), accounts(preview(work, household, 3, new ProfileChoice.Numbered(2))));
        assertEquals(
                new Refusal.UnknownImportProfile(3),
                refused(() -> preview(work, household, 3, new ProfileChoice.Numbered(3))));
        // The account is stated, and both say the same of all else.
        assertEquals(
                Optional.of(used(3, Map.of("account", "Jules"), true)),
                bring(work, household, 4, Map.of("account", "Jules"), AUTO).profile());
        // What reads by none keeps none.
        assertEquals(
                Optional.empty(),
                bring(work, household, 5, Map.of("account", "Nobody"), NONE).profile());
        assertEquals(3, new ShowImportProfiles(work).show(household).thing().size());
    }

    @Test
    default void aProfileIsChangedAndForgotten() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        bring(work, household, 1, JOINT, AUTO);
        bring(work, household, 2, INES, AUTO);
        var replace = new ReplaceImportProfile(work);
        var remove = new RemoveImportProfile(work);
        ReadResult<ImportProfile> shown = new ShowImportProfile(work).show(household, 1);

        assertEquals(
                new Refusal.BrokenRule("/options/account", "another profile of these files has this account"),
                refused(() -> replace.replace(household, ANNA, 1, exactly(shown.stamp()), new TreeMap<>(INES))));
        assertEquals(
                new Refusal.BrokenRule("/options", "at least one"),
                refused(() -> replace.replace(household, ANNA, 1, exactly(shown.stamp()), new TreeMap<>())));
        var common = new TreeMap<>(Map.of("account", "Common", "decimal", "comma"));
        var changed = replace.replace(household, ANNA, 1, exactly(shown.stamp()), common);
        assertEquals("Common", changed.result().account());
        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> replace.replace(household, ANNA, 1, exactly(shown.stamp()), common)));
        ReadResult<ImportProfile> now = new ShowImportProfile(work).show(household, 1);
        assertEquals(common, now.thing().options());
        assertEquals(changed.stamp(), now.stamp());

        assertEquals(new Refusal.Overtaken(), refused(() -> remove.remove(household, ANNA, 1, exactly(shown.stamp()))));
        remove.remove(household, ANNA, 1, exactly(now.stamp()));
        assertEquals(
                new Refusal.UnknownImportProfile(1), refused(() -> new ShowImportProfile(work).show(household, 1)));
        assertEquals(
                new Refusal.UnknownImportProfile(1),
                refused(() -> remove.remove(household, ANNA, 1, Precondition.WHATEVER)));
        assertEquals(List.of("Ines"), accounts(preview(work, household, 3, AUTO)));
    }

    private static Precondition exactly(Stamp stamp) {
        return Precondition.oneOf(List.of(stamp));
    }

    private static UsedProfile used(long id, Map<String, String> options, boolean chosen) {
        return new UsedProfile(OptionalLong.of(id), new TreeMap<>(options), chosen);
    }

    private static List<String> accounts(ImportReport report) {
        return report.rows().stream().map(ImportProfilesContract::account).toList();
    }

    private static String account(ShownRow row) {
        return String.valueOf(row.bank().account());
    }

    private static ImportReport preview(UnitOfWork work, HouseholdId household, int day, ProfileChoice profile) {
        return new PreviewBankFile(new PlainBankFiles(), work, AT_NOON)
                .preview(household, command(day, Map.of(), profile));
    }

    private static ImportReport bring(
            UnitOfWork work, HouseholdId household, int day, Map<String, String> options, ProfileChoice profile) {
        return new ImportBankFile(new PlainBankFiles(), work, AT_NOON)
                .importFile(household, ANNA, command(day, options, profile))
                .result();
    }

    /** Imports a file of one line, another each day. */
    private static ImportBankFile.Command command(int day, Map<String, String> options, ProfileChoice profile) {
        byte[] bytes = ("Date;Label;Amount\n2024-03-0" + day + ";Tea;-5,00\n").getBytes(StandardCharsets.UTF_8);
        return new ImportBankFile.Command(
                new BankFile("file.csv", () -> new ByteArrayInputStream(bytes)),
                ReadOptions.parse(options),
                Progress.NONE,
                false,
                20,
                profile);
    }
}
