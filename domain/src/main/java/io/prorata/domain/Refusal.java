package io.prorata.domain;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The refusals of a household's rules. */
public sealed interface Refusal {

    /**
     * Returns this refusal of a part of a request as one of the whole request: where it names a place, that is within the part.
     *
     * @param part a JSON pointer to the part; empty for the whole request
     */
    default Refusal within(String part) {
        return this;
    }

    private static String placed(String part, String where) {
        boolean isPointer = where.isEmpty() || where.startsWith("/");
        return isPointer ? part + where : where;
    }

    /** No config of the household has this id. */
    record UnknownConfig(long id) implements Refusal {}

    /** This version of the config has held since {@code from}: it is part of the past, and cannot be removed. */
    record ConfigHeld(long id, YearMonth from) implements Refusal {}

    /** No bill of the household has this id. */
    record UnknownFixedExpense(long id) implements Refusal {}

    /** No provision of the household has this id. */
    record UnknownProvision(long id) implements Refusal {}

    /** No budget of the household has this id. */
    record UnknownBudget(long id) implements Refusal {}

    /**
     * Another budget of the category is in force in {@code month}: at most one is.
     *
     * @param id of the other budget
     * @param category in the spelling of the other budget
     */
    record CategoryHasBudget(long id, String category, YearMonth month) implements Refusal {}

    /** No described account has this id. */
    record UnknownAccount(long id) implements Refusal {}

    /** An account cannot be removed while rows name it. */
    record AccountHasRows(long id) implements Refusal {}

    /** No settlement of the household has this id. */
    record UnknownSettlement(long id) implements Refusal {}

    /** A bill or a provision cannot be removed as a mistake while transactions name it. */
    record NamedByRows(String thing, long id) implements Refusal {}

    /** No contribution or withdrawal of the provision has this id. */
    record UnknownMovement(long provisionId, long id) implements Refusal {}

    /** No transaction of the household has this id. */
    record UnknownTransaction(long id) implements Refusal {}

    /** No config is in force in this month. */
    record NoConfig(YearMonth month) implements Refusal {}

    /**
     * The household has never had a transaction in a category of this name.
     *
     * @param near similar names, the most similar first
     */
    record UnknownCategory(String name, List<String> near) implements Refusal {}

    /** No two rows of the household are the legs of a transfer of this id, or somebody has said what they are already. */
    record UnknownTransfer(String id) implements Refusal {}

    /** No import of the household has this id. */
    record UnknownImport(long id) implements Refusal {}

    /** No sorting rule of the household has this id. */
    record UnknownRule(long id) implements Refusal {}

    /** A thing is named by sorting rules; {@code thing} is the word for it. */
    record NamedByRules(String thing, long id, List<Long> rules) implements Refusal {
        /** Takes a copy. */
        public NamedByRules {
            rules = List.copyOf(rules);
        }
    }

    /** No import profile of the household has this id. */
    record UnknownImportProfile(long id) implements Refusal {}

    /** A bank file has the header of several import profiles, and does not say which account it is of. */
    record AmbiguousProfile(List<FittingProfile> profiles) implements Refusal {}

    /** No token of the household has this id. */
    record UnknownToken(long id) implements Refusal {}

    /** The changes since then are not known: the revision is of another history of the books, or from before changes were recorded. */
    record ChangesGone() implements Refusal {}

    /** The text is no valid token and no valid code of a link: it is unknown, used, revoked or expired. */
    record SignInRefused() implements Refusal {}

    /** No warming job of the household has this id, or the job ended long ago. */
    record UnknownWarming(long id) implements Refusal {}

    /** Rows that do not belong to this import, or do not exist any more. */
    record UnknownRows(long importId, List<Long> transactions) implements Refusal {}

    /**
     * A named person is not a member of the household.
     *
     * @param where a JSON pointer to the name in the request
     */
    record UnknownMember(MemberKey member, String where) implements Refusal {
        @Override
        public Refusal within(String part) {
            return new UnknownMember(member, placed(part, where));
        }
    }

    /** What can name a member. */
    enum NamingThing {
        /** A version of the config. */
        CONFIG,
        /** The split of a bill. */
        BILL,
        /** The terms of a provision. */
        PROVISION,
        /** A contribution to a provision, or a withdrawal. */
        MOVEMENT,
        /** The split of a budget. */
        BUDGET,
        /** The owner of an account. */
        ACCOUNT,
        /** A party of a settlement. */
        SETTLEMENT,
        /** What a sorting rule does. */
        RULE,
        /** The split, the payer or the source of a row. */
        ROW
    }

    /**
     * A member whom something names cannot be removed from the list of members; they leave by a config without them.
     *
     * @param named the ids of what names the member; of movements those of the provisions, of rows the first ones
     */
    record MemberInUse(MemberKey member, SortedMap<NamingThing, List<Long>> named) implements Refusal {
        /** Takes a copy. */
        public MemberInUse {
            named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        }
    }

    /** The key that a member is to get is that of another member: two members do not become one. */
    record MemberKeyTaken(MemberKey member) implements Refusal {}

    /** No household has this id. */
    record UnknownHousehold(HouseholdId id) implements Refusal {}

    /** A household that is to be deleted was changed after its backup. */
    record ChangedSinceBackup(HouseholdId id) implements Refusal {}

    /** A bill cannot be removed as a mistake while transactions pay it, and no other bill, in these months. */
    record BillIsPaid(long id, SortedSet<YearMonth> months) implements Refusal {}

    /** A provision cannot be removed as a mistake while money was put into it or taken out of it. */
    record ProvisionHasMovements(long id, List<Long> movements) implements Refusal {}

    /** The currency is fixed once any amount exists. */
    record CurrencyFixed(Currency currency) implements Refusal {}

    /** Amounts were read in one currency, but the household has another one now. */
    record CurrencyChanged(Currency read, Currency now) implements Refusal {}

    /**
     * A change concerns a month that is over, and does not state that this is intended.
     *
     * @param where a JSON pointer into the request, or the name of a parameter
     */
    record PastMonth(YearMonth from, YearMonth current, String where) implements Refusal {
        @Override
        public Refusal within(String part) {
            return new PastMonth(from, current, placed(part, where));
        }
    }

    /**
     * A value is well-formed but breaks a rule.
     *
     * @param where a JSON pointer into the request, or the name of a parameter
     */
    record BrokenRule(String where, String rule) implements Refusal {
        @Override
        public Refusal within(String part) {
            return new BrokenRule(placed(part, where), rule);
        }
    }

    /** The thing to be changed was changed after it was read. */
    record Overtaken() implements Refusal {}

    /**
     * A file as a whole cannot be read as a bank file.
     *
     * @param reason a stable name, such as {@code ambiguous-dates}
     * @param option the option that settles it, absent if none does
     * @param answers all options that are needed, in order, each with a possible value or with the choices between bars
     */
    record UnreadableBankFile(
            String reason, String detail, @Nullable String option, Map<String, String> answers) implements Refusal {

        /** Takes a copy of the answers, in their order. */
        public UnreadableBankFile {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        /** One option settles it, or none. */
        public UnreadableBankFile(String reason, String detail, @Nullable String option) {
            this(reason, detail, option, new LinkedHashMap<>());
        }
    }

    /** No line of the file could be accepted. */
    record NothingAccepted(List<RefusedLine> lines) implements Refusal {}

    /**
     * Rows that match no planned bill in force, or only a bill that is already paid for its due date.
     */
    record PaysNoBill(long importId, List<Long> transactions) implements Refusal {}

    /** An import is undone once. */
    record AlreadyUndone(long importId) implements Refusal {}

    /** Rows of an import were changed since, and undoing it would lose that. */
    record RowsChangedSince(long importId, List<Long> transactions) implements Refusal {}

    /** A category cannot get a name whose rows take the name of the category: the alias leads back. */
    record CircularRename(String from, String to) implements Refusal {}

    /** No change of the household made this revision. */
    record UnknownRevision(long revision) implements Refusal {}

    /** This change cannot be undone; {@code what} is its description in the history. */
    record NotUndoable(long revision, String what) implements Refusal {}

    /**
     * What a change made of rows and names was changed since, and undoing it would lose that.
     *
     * @param transactions the rows that were changed since
     * @param things other things that were changed since, in words
     */
    record ChangedSince(long revision, List<Long> transactions, List<String> things) implements Refusal {}

    /** One request would change too many rows. */
    record TooManyRows(long rows, int most) implements Refusal {}

    /** This key was used for a different request. */
    record KeyUsedOtherwise(String key) implements Refusal {}

    /** The request with this key is still being answered. */
    record StillRunning(String key) implements Refusal {}

    /** The request with this key was carried out, and its answer contained a secret, which is not stored. */
    record AnswerNotKept(String key) implements Refusal {}

    /** An import profile whose header a file has; {@code account} is absent if it names none. */
    record FittingProfile(long id, @Nullable String account) {}

    /** A line of a bank file, and why it was refused. */
    record RefusedLine(int line, String reason) {}
}
