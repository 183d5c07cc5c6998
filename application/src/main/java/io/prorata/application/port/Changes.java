package io.prorata.application.port;

import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes of a household, in order. Each call is one statement by the key of the audit. */
public interface Changes {

    /**
     * One change.
     *
     * @param revision of the change
     * @param what a verb and its object, as in {@link AuditEntry}
     * @param id of the thing it concerns; empty if it concerns several, or the household itself
     * @param removes whether the thing was removed
     * @param stale the scopes it made stale; absent for changes from before this was recorded
     */
    record LoggedChange(
            long revision,
            Instant at,
            String actor,
            String what,
            OptionalLong id,
            boolean removes,
            Optional<Set<Scope>> stale) {

        /** Returns the kind of the thing, in the words of the audit: {@code fixed expense}. */
        public String kind() {
            return what.substring(0, Math.max(what.lastIndexOf(' '), 0));
        }
    }

    /** Returns the changes after {@code revision}, the earliest first, at most {@code limit}. */
    List<LoggedChange> after(HouseholdId household, long revision, int limit);

    /**
     * A change with its values.
     *
     * @param before the records before the change as JSON ({@link io.prorata.application.change.AuditJson}); absent if there were none
     * @param after the records after the change; absent if they were removed
     */
    record LoggedEntry(
            LoggedChange change,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Which changes are meant. What is empty does not narrow.
     *
     * @param kind of the thing, as {@link LoggedChange#kind} has it
     * @param id of the thing
     * @param month whose figures became stale
     * @param actor part of the author's name, in any case
     */
    record HistoryFilter(Optional<String> kind, OptionalLong id, Optional<YearMonth> month, Optional<String> actor) {}

    /** Returns the changes before {@code revision} that match, the latest first, at most {@code limit}. */
    List<LoggedEntry> before(HouseholdId household, long revision, HistoryFilter filter, int limit);

    /** Returns the change that made {@code revision}. */
    Optional<LoggedEntry> of(HouseholdId household, long revision);

    /**
     * A name of a category that a change replaced in another thing than a row, or the key of a member.
     *
     * @param key the thing: its id; of a rule the category, of an alias the former name, of a member the name
     * @param before the name before; of a rule its type; absent if there was none
     * @param after the name after; absent if there is none
     */
    record NameChange(
            NamedThing thing,
            String key,
            @Nullable String before,
            @Nullable String after) {

        /** Returns the change that takes this one back. */
        public NameChange inverse() {
            return new NameChange(thing, key, after, before);
        }
    }

    /** What names a category, besides rows, or a member. */
    enum NamedThing {
        /** The category of a bill. */
        BILL,
        /** The category of the rows that pay a bill. */
        BILL_PAYER,
        /** The category of a provision. */
        PROVISION,
        /** The category of a budget. */
        BUDGET,
        /** A rule of the category mapping. */
        RULE,
        /** The category that a rule gives the rows that it sorts. */
        SORTING_RULE,
        /** A former name of a category. */
        ALIAS,
        /** The key of a member, wherever it stands. */
        MEMBER
    }

    /** Notes the names that the current change replaces, in order. */
    void note(HouseholdId household, List<NameChange> names);

    /** Returns the names that the change of {@code revision} replaced, in order. */
    List<NameChange> names(HouseholdId household, long revision);
}
