package io.prorata.domain;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** All that a household can refuse. */
public sealed interface Refusal {

    /** No config of the household has this id. */
    record UnknownConfig(long id) implements Refusal {}

    /** This version of the config has held since {@code from}: it is part of the past, and stays. */
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
     * @param id of the other one
     * @param category as the other one spells it
     */
    record CategoryHasBudget(long id, String category, YearMonth month) implements Refusal {}

    /** No account that somebody has described has this id. */
    record UnknownAccount(long id) implements Refusal {}

    /** An account cannot be removed while rows name it. */
    record AccountHasRows(long id) implements Refusal {}

    /** No settlement of the household has this id. */
    record UnknownSettlement(long id) implements Refusal {}

    /** A bill or a provision cannot be removed as a mistake while transactions name it. */
    record NamedByRows(String thing, long id) implements Refusal {}

    /** Nothing that was put into the provision, or taken out of it, has this id. */
    record UnknownMovement(long provisionId, long id) implements Refusal {}

    /** No transaction of the household has this id. */
    record UnknownTransaction(long id) implements Refusal {}

    /** No config is in force in this month: nobody belongs to the household yet. */
    record NoConfig(YearMonth month) implements Refusal {}

    /**
     * Nothing of the household has ever been in a category of this name.
     *
     * @param near the names that may have been meant, the nearest first
     */
    record UnknownCategory(String name, List<String> near) implements Refusal {}

    /** No two rows of the household are the legs of a transfer of this id, or somebody has said what they are already. */
    record UnknownTransfer(String id) implements Refusal {}

    /** No import of the household has this id. */
    record UnknownImport(long id) implements Refusal {}

    /** No import profile of the household has this id. */
    record UnknownImportProfile(long id) implements Refusal {}

    /** A bank file has the header of several import profiles, and nothing tells whose it is. */
    record AmbiguousProfile(List<FittingProfile> profiles) implements Refusal {}

    /** No token of the household has this id. */
    record UnknownToken(long id) implements Refusal {}

    /** What was changed since then is not known: the revision is of another history of the books, or from before changes were noted. */
    record ChangesGone() implements Refusal {}

    /** This is no token, and no code of a link: unknown, used already, revoked or over. */
    record SignInRefused() implements Refusal {}

    /** No warming of the household has this id, or it is long over. */
    record UnknownWarming(long id) implements Refusal {}

    /** Rows that are not of this import, or not there any more. */
    record UnknownRows(long importId, List<Long> transactions) implements Refusal {}

    /**
     * Somebody is named who is not a member of the household.
     *
     * @param where the name is, as a JSON pointer into what was asked
     */
    record UnknownMember(MemberKey member, String where) implements Refusal {}

    /** A member who is named by the plan cannot leave the household's list; they leave by a config without them. */
    record MemberInUse(MemberKey member) implements Refusal {}

    /** No household has this id. */
    record UnknownHousehold(HouseholdId id) implements Refusal {}

    /** A household that is to be deleted has changed since it was backed up. */
    record ChangedSinceBackup(HouseholdId id) implements Refusal {}

    /** A bill cannot be removed as a mistake while transactions pay it, and no other bill, in these months. */
    record BillIsPaid(long id, SortedSet<YearMonth> months) implements Refusal {}

    /** A provision cannot be removed as a mistake while money was put into it or taken out of it. */
    record ProvisionHasMovements(long id, List<Long> movements) implements Refusal {}

    /** The currency is fixed once any amount exists. */
    record CurrencyFixed(Currency currency) implements Refusal {}

    /** Amounts were read in one currency, and the household has another by now. */
    record CurrencyChanged(Currency read, Currency now) implements Refusal {}

    /**
     * A change reaches into a month that is over, and does not say that it means to.
     *
     * @param where it is asked for: a JSON pointer into what was asked, or the name of a parameter
     */
    record PastMonth(YearMonth from, YearMonth current, String where) implements Refusal {}

    /**
     * A value that was read well but breaks a rule.
     *
     * @param where it is: a JSON pointer into what was asked, or the name of a parameter
     */
    record BrokenRule(String where, String rule) implements Refusal {}

    /** What was to be changed has changed since it was read. */
    record Overtaken() implements Refusal {}

    /**
     * A file that cannot be read as a bank file as a whole.
     *
     * @param reason a stable name, such as {@code ambiguous-dates}
     * @param option the option that would settle it, absent if none would
     * @param answers all options that are asked for, in the order in which they are said, each with a value that would do or the choices
     *     between bars
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
     * Rows that look like no planned bill in force, or only like one that is paid already for its due date: nothing shows that they pay a
     * bill.
     */
    record PaysNoBill(long importId, List<Long> transactions) implements Refusal {}

    /** An import is undone once. */
    record AlreadyUndone(long importId) implements Refusal {}

    /** Rows of an import were changed since, and undoing it would lose that. */
    record RowsChangedSince(long importId, List<Long> transactions) implements Refusal {}

    /** More rows at once than are changed in one go. */
    record TooManyRows(long rows, int most) implements Refusal {}

    /** This key has been used for a request that said something else. */
    record KeyUsedOtherwise(String key) implements Refusal {}

    /** The request with this key is still being answered. */
    record StillRunning(String key) implements Refusal {}

    /** The request with this key was carried out, and its answer held a secret that is kept nowhere. */
    record AnswerNotKept(String key) implements Refusal {}

    /** An import profile whose header a file has; {@code account} is absent if it names none. */
    record FittingProfile(long id, @Nullable String account) {}

    /** A line of a bank file, and why it was refused. */
    record RefusedLine(int line, String reason) {}
}
