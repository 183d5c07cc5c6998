package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The bank files a household has imported. One is found by its key; {@link #all} reads as many rows as there are imports. */
public interface Imports {

    /**
     * One import.
     *
     * @param fileName given by the sender, if any
     * @param lines data lines of the file
     * @param added rows that were new
     * @param known rows that existed already
     * @param refused lines that could not be accepted
     * @param revision the household's revision of the import
     * @param undoneAt the revision that undid it, empty if it is not undone
     */
    record Import(
            long id,
            @Nullable String fileName,
            Instant at,
            String by,
            int lines,
            int added,
            int known,
            int refused,
            long revision,
            OptionalLong undoneAt) {}

    long nextId(HouseholdId household);

    void add(HouseholdId household, Import entry);

    Optional<Import> find(HouseholdId household, long id);

    /** Returns all imports, the latest first. */
    List<Import> all(HouseholdId household);

    /** Stores the counts of an existing import, which are known after its file is read. */
    void recount(HouseholdId household, Import entry);

    /** Records that the current revision undoes an import. */
    void undone(HouseholdId household, long id);
}
