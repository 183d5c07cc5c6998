package io.prorata.application.imports.profile;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.JsonPointer;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.util.Objects;
import java.util.SortedMap;

/** Changes an import profile, for the next bank file with its header. Earlier imports stay as they are. */
public final class ReplaceImportProfile {

    /** Where they are in a request. */
    private static final String OPTIONS = "/options";

    private final UnitOfWork work;

    public ReplaceImportProfile(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Replaces all options of a profile.
     *
     * @throws RefusedException if there is no such profile, {@code expected} is overtaken, an option is invalid, none is stated, or another
     *     profile of these files has the account
     */
    public Committed<ImportProfile> replace(
            HouseholdId household, Actor actor, long id, Precondition expected, SortedMap<String, String> options) {
        return work.write(household, actor, books -> {
            ImportProfile before = ImportProfileLookup.of(household, books, id);
            expected.check(ImportProfileLookup.stamp(books, household, before));
            if (options.isEmpty()) {
                throw new RefusedException(new Refusal.BrokenRule(OPTIONS, "at least one"));
            }
            ImportProfile after =
                    read(before, options, books.revisions().current(household).number());
            boolean taken = books.importProfiles().all(household).stream()
                    .anyMatch(other -> other.id() != id
                            && other.header().equals(after.header())
                            && Objects.equals(other.account(), after.account()));
            if (taken) {
                throw new RefusedException(new Refusal.BrokenRule(
                        OPTIONS + "/account", "another profile of these files has this account"));
            }
            books.importProfiles().keep(household, after);
            return new Decision<>(
                    after,
                    new Change.ImportProfileChanged(),
                    AuditEntry.changed("import profile changed", before, after));
        });
    }

    /** Names the invalid option by its place in the request. */
    private static ImportProfile read(ImportProfile before, SortedMap<String, String> options, long revision) {
        try {
            return before.with(options, revision);
        } catch (RefusedException e) {
            if (e.refusal() instanceof Refusal.BrokenRule(String option, String rule)) {
                throw new RefusedException(new Refusal.BrokenRule(JsonPointer.at(OPTIONS, option), rule));
            }
            throw e;
        }
    }
}
