package io.prorata.application.imports;

import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.HeaderKeys;
import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.imports.ImportReport.UsedProfile;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * An open bank file, read with the stated options and with those of its import profile.
 *
 * @param command with all options
 * @param profile that gave some of them; empty if none did
 */
record OpenedFile(BankFileReader reader, ImportBankFile.Command command, Optional<ImportProfile> profile) {

    private record Known(Currency currency, List<ImportProfile> profiles) {}

    /**
     * Opens the file of {@code asked} outside any transaction.
     *
     * @throws RefusedException if the file as a whole cannot be read, if there is no such profile, or if profiles of several accounts match
     */
    static OpenedFile of(
            HouseholdId household, BankFiles files, UnitOfWork work, Clock clock, ImportBankFile.Command asked) {
        Known known = work.read(
                household,
                books -> new Known(
                        books.households().get(household).currency(),
                        books.importProfiles().all(household)));
        Optional<ImportProfile> profile = chosen(known.profiles(), asked);
        ReadOptions options = profile.map(kept -> asked.options()
                        .orElse(asked.options().account().isPresent() ? kept.ofAnyAccount() : kept.options()))
                .orElse(asked.options());
        BankFileReader reader = files.open(asked.file(), options, known.currency());
        ImportMatcher.requirePast(reader, options, LocalDate.now(clock));
        return new OpenedFile(reader, asked.with(options), profile);
    }

    private static Optional<ImportProfile> chosen(List<ImportProfile> profiles, ImportBankFile.Command asked) {
        return switch (asked.profile()) {
            case ProfileChoice.None() -> Optional.empty();
            case ProfileChoice.Numbered(long id) ->
                Optional.of(profiles.stream()
                        .filter(profile -> profile.id() == id)
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(new Refusal.UnknownImportProfile(id))));
            case ProfileChoice.ByHeader() -> profiles.isEmpty() ? Optional.empty() : ofHeader(profiles, asked);
        };
    }

    private static Optional<ImportProfile> ofHeader(List<ImportProfile> profiles, ImportBankFile.Command asked) {
        List<String> lines = HeaderKeys.of(asked.file());
        List<ImportProfile> fitting = profiles.stream()
                .filter(profile -> lines.contains(profile.header()))
                .toList();
        Optional<String> account = asked.options().account();
        Optional<ImportProfile> ofAccount = fitting.stream()
                .filter(profile -> account.isPresent() && AccountNames.areOfOne(account.get(), profile.account()))
                .findFirst();
        if (ofAccount.isPresent() || fitting.size() < 2) {
            return ofAccount.or(() -> fitting.stream().findFirst());
        }
        // The account is stated: any profile will do if they agree in all else.
        if (account.isPresent()
                && fitting.stream().map(ImportProfile::ofAnyAccount).distinct().count() == 1) {
            return Optional.of(fitting.getFirst());
        }
        throw new RefusedException(new Refusal.AmbiguousProfile(fitting.stream()
                .map(profile -> new Refusal.FittingProfile(profile.id(), profile.account()))
                .toList()));
    }

    /** Returns the profile in use, without storing it. */
    Optional<UsedProfile> used() {
        return profile.map(kept ->
                new UsedProfile(OptionalLong.of(kept.id()), command.options().stated(), true));
    }

    /** Stores the stated options for the next file with this header, and returns the profile. */
    Optional<UsedProfile> kept(HouseholdId household, Books books) {
        SortedMap<String, String> stated = command.options().stated();
        Optional<String> header = HeaderKeys.ofHeader(command.file(), reader.format());
        if (command.profile() instanceof ProfileChoice.None || stated.isEmpty() || header.isEmpty()) {
            return used();
        }
        String account = command.options().account().orElse(null);
        List<ImportProfile> profiles = books.importProfiles().all(household);
        Optional<ImportProfile> before = profiles.stream()
                .filter(kept -> kept.header().equals(header.get()) && Objects.equals(kept.account(), account))
                .findFirst();
        long revision = books.revisions().current(household).number();
        if (before.filter(kept -> kept.options().equals(stated)).isPresent()) {
            return Optional.of(new UsedProfile(OptionalLong.of(before.get().id()), stated, profile.isPresent()));
        }
        long id = before.map(ImportProfile::id)
                .orElseGet(() -> books.importProfiles().nextId(household));
        books.importProfiles().keep(household, new ImportProfile(id, account, header.get(), stated, revision));
        return Optional.of(new UsedProfile(OptionalLong.of(id), stated, profile.isPresent()));
    }
}
