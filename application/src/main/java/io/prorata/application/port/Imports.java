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
     * @param fileName as the sender named it, if it did
     * @param lines data lines of the file
     * @param added rows that were new
     * @param known rows that were there already
     * @param refused lines that could not be accepted
     * @param revision the household's revision that brought it
     * @param undoneAt the revision that undid it, empty while it stands
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

    /** Keeps the counts of an import that is there, which are known once its file is read. */
    void recount(HouseholdId household, Import entry);

    /** Notes that an import was undone by the revision being made. */
    void undone(HouseholdId household, long id);
}
