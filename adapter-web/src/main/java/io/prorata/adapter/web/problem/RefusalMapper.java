package io.prorata.adapter.web.problem;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.GONE;
import static io.micronaut.http.HttpStatus.NOT_FOUND;
import static io.micronaut.http.HttpStatus.PRECONDITION_FAILED;
import static io.micronaut.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How each refusal of a household is said. No default: a new refusal does not compile until it is said here. */
public final class RefusalMapper {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private RefusalMapper() {}

    public static Problem problemFor(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownConfig(long id) ->
                Problem.of("unknown-config", "Unknown config", NOT_FOUND, "No config has the id " + id + ".")
                        .saying(id);
            case Refusal.ConfigHeld(long id, var from) ->
                Problem.of(
                                "config-held",
                                "The version has held",
                                CONFLICT,
                                "The config " + id + " holds since " + from
                                        + ", so it stays; another version takes its place from a month on.")
                        .saying(id, from);
            case Refusal.UnknownCategory(String name, List<String> near) ->
                Problem.of(
                                "unknown-category",
                                "Unknown category",
                                NOT_FOUND,
                                "Nothing has ever been in a category " + name + "."
                                        + (near.isEmpty() ? "" : " There is " + String.join(", ", near) + "."))
                        .with("near", near)
                        .saying(name);
            case Refusal.UnknownFixedExpense(long id) ->
                Problem.of(
                                "unknown-fixed-expense",
                                "Unknown fixed expense",
                                NOT_FOUND,
                                "No fixed expense has the id " + id + ".")
                        .saying(id);
            case Refusal.UnknownProvision(long id) ->
                Problem.of("unknown-provision", "Unknown provision", NOT_FOUND, "No provision has the id " + id + ".")
                        .saying(id);
            case Refusal.UnknownMovement(long provisionId, long id) ->
                Problem.of(
                                "unknown-movement",
                                "Unknown movement",
                                NOT_FOUND,
                                "The provision " + provisionId + " has no movement " + id + " here.")
                        .saying(id, provisionId);
            case Refusal.UnknownTransaction(long id) ->
                Problem.of(
                                "unknown-transaction",
                                "Unknown transaction",
                                NOT_FOUND,
                                "No transaction has the id " + id + ".")
                        .saying(id);
            case Refusal.NoConfig(var month) ->
                Problem.of(
                                "no-config",
                                "No configuration in force",
                                NOT_FOUND,
                                "No config is in force in " + month + ".")
                        .saying(month);
            case Refusal.TooManyRows(long rows, int most) ->
                Problem.of(
                                "too-many-rows",
                                "Too many rows",
                                UNPROCESSABLE_ENTITY,
                                "These are " + rows + " rows; at most " + most + " go at once.")
                        .saying(rows, most);
            case Refusal.KeyUsedOtherwise(String key) ->
                Problem.of(
                                "key-used-otherwise",
                                "Idempotency key already used",
                                UNPROCESSABLE_ENTITY,
                                "The key " + key
                                        + " came with another request in the last 24 hours; a new request needs a new"
                                        + " key.")
                        .at(new PartError.InHeader(IDEMPOTENCY_KEY, "used for another request"))
                        .saying(key);
            case Refusal.StillRunning(String key) ->
                Problem.of(
                                "still-running",
                                "Request still running",
                                CONFLICT,
                                "The request with the key " + key + " has no answer yet; asking again later gives it.")
                        .at(new PartError.InHeader(IDEMPOTENCY_KEY, "still running"))
                        .retryAfter(1)
                        .saying(key);
            case Refusal.AnswerNotKept(String key) ->
                Problem.of(
                                "answer-not-kept",
                                "Response not stored",
                                CONFLICT,
                                "The request with the key " + key
                                        + " was carried out and is not carried out again; its answer was not kept.")
                        .at(new PartError.InHeader(IDEMPOTENCY_KEY, "carried out already"))
                        .saying(key);
            case Refusal.UnknownBudget(long id) ->
                Problem.of("unknown-budget", "Unknown budget", NOT_FOUND, "No budget has the id " + id + ".")
                        .saying(id);
            case Refusal.CategoryHasBudget(long id, String category, var month) ->
                Problem.of(
                                "category-has-budget",
                                "Category has a budget",
                                CONFLICT,
                                "The budget " + id + " is of the category " + category + " and holds in " + month
                                        + "; a category has one budget at a time.")
                        .saying(id, category, month);
            case Refusal.UnknownAccount(long id) ->
                Problem.of("unknown-account", "Unknown account", NOT_FOUND, "No account has the id " + id + ".")
                        .saying(id);
            case Refusal.UnknownSettlement(long id) ->
                Problem.of(
                                "unknown-settlement",
                                "Unknown settlement",
                                NOT_FOUND,
                                "No settlement has the id " + id + ".")
                        .saying(id);
            case Refusal.AccountHasRows(long id) ->
                stillReferredTo("Transactions name the account " + id + ". Give them another account first.");
            case Refusal.NamedByRows(String thing, long id) ->
                stillReferredTo("Transactions name the " + thing + " " + id
                        + ". Take their links away first, or end it without as=mistake.");
            case Refusal.NamedByRules(String thing, long id, var rules) ->
                stillReferredTo("Rules name the " + thing + " " + id + ": "
                        + rules.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ". Change or delete these rules first, or end it without as=mistake.");
            case Refusal.UnknownRule(long id) ->
                Problem.of("unknown-rule", "Unknown rule", NOT_FOUND, "No rule has the id " + id + ".")
                        .saying(id);
            case Refusal.UnknownTransfer(String id) ->
                Problem.of(
                                "unknown-transfer",
                                "Unknown transfer",
                                NOT_FOUND,
                                "No transfer of the id " + id + " is to confirm.")
                        .saying(id);
            case Refusal.UnknownImport(long id) ->
                Problem.of("unknown-import", "Unknown import", NOT_FOUND, "No import has the id " + id + ".")
                        .saying(id);
            case Refusal.UnknownImportProfile(long id) ->
                Problem.of(
                                "unknown-import-profile",
                                "Unknown import profile",
                                NOT_FOUND,
                                "No import profile has the id " + id + ".")
                        .saying(id);
            case Refusal.AmbiguousProfile(var profiles) ->
                Problem.of(
                                "ambiguous-profile",
                                "Several import profiles fit",
                                UNPROCESSABLE_ENTITY,
                                "The file has the header of these import profiles: "
                                        + profiles.stream()
                                                .map(profile -> profile.id()
                                                        + (profile.account() == null
                                                                ? ""
                                                                : " (" + profile.account() + ")"))
                                                .collect(Collectors.joining(", "))
                                        + ". The option account or profile says which it is.")
                        .with(
                                "profiles",
                                profiles.stream()
                                        .map(Refusal.FittingProfile::id)
                                        .toList());
            case Refusal.UnknownToken(long id) ->
                Problem.of("unknown-token", "Unknown token", NOT_FOUND, "No token has the id " + id + ".")
                        .saying(id);
            case Refusal.ChangesGone() ->
                Problem.of(
                                "changes-gone",
                                "Changes not known",
                                GONE,
                                "The changes since this revision are not known. Read all data again.")
                        .at(new PartError.InParameter("since", "of another history, or too long ago"));
            case Refusal.SignInRefused() ->
                Problem.of(
                        "sign-in-refused",
                        "Sign-in refused",
                        UNPROCESSABLE_ENTITY,
                        "The code was used already or is too old, or the token is not known or was revoked.");
            case Refusal.UnknownWarming(long id) ->
                Problem.of("unknown-warming", "Unknown warming", NOT_FOUND, "No warming has the id " + id + ".")
                        .saying(id);
            case Refusal.UnknownRows(long importId, List<Long> transactions) ->
                Problem.of(
                                "unknown-rows",
                                "Unknown rows",
                                UNPROCESSABLE_ENTITY,
                                "Not rows of the import " + importId + ": " + transactions + ".")
                        .with("transactions", transactions)
                        .saying(importId, transactions);
            case Refusal.PaysNoBill(long importId, List<Long> transactions) ->
                Problem.of(
                                "pays-no-bill",
                                "No bill agrees with these rows",
                                UNPROCESSABLE_ENTITY,
                                "Rows of the import " + importId
                                        + " that agree with no bill by label or category and amount, or"
                                        + " with one that is paid already for its due date: " + transactions
                                        + ". An expense_type of FIXED counts a row as paying a bill all the same.")
                        .with("transactions", transactions)
                        .saying(importId, transactions);
            case Refusal.UnknownMember(var member, String where) -> {
                String detail = "No member of the household has the key " + member + ".";
                yield Problem.of("unknown-member", "Unknown member", UNPROCESSABLE_ENTITY, detail)
                        .saying(member)
                        .at(new PartError.InBody(where, detail));
            }
            case Refusal.MemberInUse(var member, var named) ->
                Problem.of(
                                "member-in-use",
                                "Member in use",
                                CONFLICT,
                                "Other entries name " + member
                                        + ", so they stay in the list. Leave them out of the next config instead.")
                        .at(named.entrySet().stream()
                                .map(entry -> naming(entry.getKey(), entry.getValue()))
                                .toArray(PartError[]::new))
                        .saying(member);
            case Refusal.MemberKeyTaken(var member) ->
                Problem.of(
                                "member-key-taken",
                                "Member key taken",
                                CONFLICT,
                                "Another member has the key " + member + "; two members do not become one.")
                        .saying(member);
            case Refusal.UnknownHousehold(var id) ->
                Problem.of("unknown-household", "Unknown household", NOT_FOUND, "No household has the id " + id + ".")
                        .saying(id);
            case Refusal.ChangedSinceBackup(var id) ->
                Problem.of(
                                "changed-since-backup",
                                "The backup is out of date",
                                CONFLICT,
                                "The household " + id
                                        + " has changed since it was backed up. Make another backup first.")
                        .saying(id);
            case Refusal.BillIsPaid(long id, var months) -> {
                List<String> in = months.stream().map(Object::toString).toList();
                yield stillReferredTo("Transactions of type FIXED pay the bill " + id + " and no other, in "
                                + String.join(", ", in)
                                + ". Give them another type or category first, or end the bill without as=mistake.")
                        .with("months", in);
            }
            case Refusal.ProvisionHasMovements(long id, List<Long> movements) ->
                stillReferredTo("The provision " + id + " has movements: "
                                + movements.stream().map(Object::toString).collect(Collectors.joining(", "))
                                + ". Take them back first, or end the provision without as=mistake.")
                        .with("movements", movements);
            case Refusal.CurrencyFixed(var currency) ->
                Problem.of(
                                "currency-fixed",
                                "Currency cannot be changed",
                                CONFLICT,
                                "Amounts exist, so the currency stays " + currency + ".")
                        .saying(currency);
            case Refusal.CurrencyChanged(var read, var now) ->
                Problem.of(
                                "currency-changed",
                                "Currency was changed",
                                CONFLICT,
                                "The amounts were read in " + read + ", and the household counts in " + now
                                        + " by now. Check the amounts and send them again.")
                        .saying(read, now);
            case Refusal.PastMonth(var from, var current, String where) ->
                Problem.of(
                                "past-month",
                                "Month is over",
                                CONFLICT,
                                from + " is over, the current month is " + current
                                        + "; restate=true changes the past all the same.")
                        .at(at(where, from + " is over"))
                        .saying(from, current);
            case Refusal.BrokenRule(String where, String rule) -> Problem.invalid(at(where, rule));
            case Refusal.Overtaken() ->
                Problem.of(
                        "overtaken",
                        "Resource was modified",
                        PRECONDITION_FAILED,
                        "It has changed since you read it. Read it again and decide again.");
            case Refusal.UnreadableBankFile(String reason, String detail, var option, var answers) -> {
                Problem problem = Problem.of(
                                "unreadable-bank-file", "Bank file not readable", UNPROCESSABLE_ENTITY, detail)
                        .with("reason", reason);
                Problem settled = option == null ? problem : problem.with("option", option);
                yield answers.isEmpty() ? settled : settled.with("options", answers);
            }
            case Refusal.NothingAccepted(var lines) ->
                Problem.of(
                                "nothing-accepted",
                                "No line was accepted",
                                UNPROCESSABLE_ENTITY,
                                "None of the " + lines.size() + " lines could be accepted; nothing was imported.")
                        .with(
                                "lines",
                                lines.stream()
                                        .map(line -> Map.of("line", line.line(), "reason", line.reason()))
                                        .toList())
                        .saying(lines.size());
            case Refusal.AlreadyUndone(long importId) ->
                Problem.of(
                                "already-undone",
                                "Import already undone",
                                CONFLICT,
                                "The import " + importId + " was undone before.")
                        .saying(importId);
            case Refusal.CircularRename(String from, String to) ->
                Problem.of(
                                "circular-rename",
                                "Names lead to each other",
                                CONFLICT,
                                "Rows of " + to + " get the name " + from + ", so " + from + " cannot become " + to
                                        + "; undo the earlier change of name first.")
                        .saying(from, to);
            case Refusal.UnknownRevision(long revision) ->
                Problem.of(
                                "unknown-revision",
                                "Unknown revision",
                                NOT_FOUND,
                                "No change made the revision " + revision + ".")
                        .saying(revision);
            case Refusal.NotUndoable(long revision, String what) ->
                Problem.of(
                                "not-undoable",
                                "Change cannot be undone",
                                CONFLICT,
                                "The change " + revision + " (" + what + ") cannot be undone as a whole.")
                        .saying(revision, what);
            case Refusal.ChangedSince(long revision, List<Long> transactions, List<String> things) ->
                Problem.of(
                                "changed-since",
                                "Changed since",
                                CONFLICT,
                                "What the change " + revision + " made was changed since: transactions " + transactions
                                        + ", others " + things + ". Undoing loses that.")
                        .with("transactions", transactions)
                        .with("things", things)
                        .saying(revision, transactions, things);
            case Refusal.RowsChangedSince(long importId, List<Long> transactions) ->
                Problem.of(
                                "rows-changed-since",
                                "Rows were modified",
                                CONFLICT,
                                "Rows of the import " + importId + " were changed since: " + transactions
                                        + ". Undoing loses that; force=true undoes it all the same.")
                        .with("transactions", transactions)
                        .saying(importId, transactions);
        };
    }

    private static PartError naming(Refusal.NamingThing thing, List<Long> ids) {
        String which = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String where = "/members";
        return switch (thing) {
            case CONFIG -> new PartError.InBody(where, "configs name the member: " + which);
            case BILL -> new PartError.InBody(where, "fixed expenses name the member: " + which);
            case PROVISION -> new PartError.InBody(where, "provisions name the member: " + which);
            case MOVEMENT ->
                new PartError.InBody(
                        where, "contributions or withdrawals of these provisions name the member: " + which);
            case BUDGET -> new PartError.InBody(where, "budgets name the member: " + which);
            case ACCOUNT -> new PartError.InBody(where, "accounts name the member: " + which);
            case SETTLEMENT -> new PartError.InBody(where, "settlements name the member: " + which);
            case RULE -> new PartError.InBody(where, "rules name the member: " + which);
            case ROW -> new PartError.InBody(where, "transactions name the member, among them: " + which);
        };
    }

    private static Problem stillReferredTo(String detail) {
        return Problem.of("still-referred-to", "Other entries refer to it", CONFLICT, detail);
    }

    private static PartError at(String where, String detail) {
        return where.isEmpty() || where.startsWith("/")
                ? new PartError.InBody(where, detail)
                : new PartError.InParameter(where, detail);
    }
}
