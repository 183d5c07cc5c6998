package io.prorata.application.recognition;

import io.prorata.application.confirmation.RowsAround;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.plan.MemberCheck;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.Confirmed;
import io.prorata.domain.recognition.Match;
import io.prorata.domain.recognition.MonthMatches;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Confirms or rejects what rows may be, many at once: all of them or none. What is rejected is not offered again. */
public final class DecideConfirmations {

    /** So many at once. */
    public static final int MOST = 500;

    private static final Pattern FIRST_ROW = Pattern.compile("[a-z]+:(\\d{1,15})(:\\d{1,15})?");

    private final UnitOfWork work;
    private final Clock clock;

    public DecideConfirmations(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * A match that is to be confirmed.
     *
     * @param source whom the money comes from; as the match has it if empty
     */
    public record Confirmation(String key, Optional<MoneySource> source) {}

    /**
     * What to confirm and what to reject, by the keys of the matches.
     *
     * @param transfersAlone whether transfers are meant and nothing else: a key of anything else is unknown
     */
    public record Command(List<Confirmation> confirm, List<String> reject, boolean transfersAlone) {

        /** Of matches of any kind. */
        public Command(List<Confirmation> confirm, List<String> reject) {
            this(confirm, reject, false);
        }
    }

    /** What was decided; the audit keeps it. */
    public record Decided(SortedSet<String> confirmed, SortedSet<String> rejected, SortedSet<YearMonth> months) {}

    /**
     * @throws RefusedException if nothing of one of the keys is to confirm, whom money comes from is not stated where nobody knows it, or
     *     a member is unknown
     */
    public Committed<PlanChange<Decided>> decide(HouseholdId household, Actor actor, Command command) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            var pending = new Waiting(household, settings, books, command.transfersAlone());
            List<Transaction> before = new ArrayList<>();
            List<Transaction> after = new ArrayList<>();
            SortedSet<String> confirmed = new TreeSet<>();
            for (int i = 0; i < command.confirm().size(); i++) {
                Confirmation one = command.confirm().get(i);
                Found found = pending.take(one.key(), "/confirm/" + i + "/id");
                requireSource(settings, found.match(), one.source(), "/confirm/" + i + "/member");
                Confirmed done = Confirmed.of(found.match(), found.rows(), one.source());
                before.addAll(done.before());
                after.addAll(done.after());
                confirmed.add(one.key());
            }
            List<Transaction> touched = new ArrayList<>(before);
            SortedSet<String> rejected = new TreeSet<>();
            for (int i = 0; i < command.reject().size(); i++) {
                Found found = pending.take(command.reject().get(i), "/reject/" + i);
                found.match()
                        .rows()
                        .forEach(row ->
                                touched.add(Objects.requireNonNull(found.rows().get(row))));
                rejected.add(found.match().key());
            }
            if (touched.isEmpty()) {
                throw new RefusedException(new Refusal.BrokenRule("/confirm", "confirm or reject at least one"));
            }
            LinkedMonths linked = LinkedRows.of(household, books, before, after);
            keep(household, books, before, after);
            books.ledger().rejectMatches(household, rejected);
            var decided = new Decided(
                    confirmed,
                    rejected,
                    Change.months(touched.stream().map(Transaction::month).toList()));
            return new Decision<>(
                    new PlanChange<>(
                            decided,
                            settings.currency(),
                            new PlansMoved(settings, clock)
                                    .by(Stream.concat(before.stream(), after.stream())
                                            .toList())),
                    new Change.TransactionsChanged(decided.months(), linked),
                    AuditEntry.added("confirmations decided", decided));
        });
    }

    private static void keep(HouseholdId household, Books books, List<Transaction> before, List<Transaction> after) {
        Set<Long> left = after.stream().map(Transaction::id).collect(Collectors.toSet());
        before.stream()
                .map(Transaction::id)
                .filter(id -> !left.contains(id))
                .forEach(id -> books.ledger().remove(household, id));
        if (!after.isEmpty()) {
            books.ledger().replace(household, after);
        }
    }

    private static void requireSource(Household settings, Match match, Optional<MoneySource> source, String where) {
        if (source.isPresent() && !(match instanceof Match.Received) && !(match instanceof Match.Transfer)) {
            throw broken(where, "this is no money that comes from somebody");
        }
        if (match instanceof Match.Received received
                && source.isEmpty()
                && received.member().isEmpty()) {
            throw broken(where, "say whom it comes from: a member's key, or everybody");
        }
        if (match instanceof Match.Transfer
                && source.filter(MoneySource.Everybody.class::isInstance).isPresent()) {
            throw broken(where, "a transfer comes from one member");
        }
        source.filter(MoneySource.One.class::isInstance)
                .ifPresent(one -> MemberCheck.require(settings, ((MoneySource.One) one).member(), where));
    }

    private static RefusedException broken(String where, String rule) {
        return new RefusedException(new Refusal.BrokenRule(where, rule));
    }

    /** A match, and the rows around it by id. */
    private record Found(Match match, Map<Long, Transaction> rows) {}

    /** What waits in the months that are asked for, each match to be taken once. */
    private static final class Waiting {

        private final HouseholdId household;
        private final Household settings;
        private final Books books;
        private final PlanBook plan;
        private final boolean transfersAlone;
        private final Map<YearMonth, MonthMatches> months = new HashMap<>();
        private final Map<Long, String> taken = new HashMap<>();

        Waiting(HouseholdId household, Household settings, Books books, boolean transfersAlone) {
            this.household = household;
            this.settings = settings;
            this.books = books;
            this.plan = books.plans().book(household);
            this.transfersAlone = transfersAlone;
        }

        Found take(String key, String where) {
            Matcher parts = FIRST_ROW.matcher(key);
            Optional<MonthMatches> month = parts.matches()
                    ? books.ledger()
                            .find(household, Long.parseLong(parts.group(1)))
                            .map(row -> months.computeIfAbsent(
                                    row.month(),
                                    of -> MonthMatches.of(
                                            of, RowsAround.of(household, books, of), plan, settings.members())))
                    : Optional.empty();
            Found found = month.flatMap(in -> in.matches().stream()
                            .filter(match -> match.key().equals(key))
                            .filter(match -> !transfersAlone || match instanceof Match.Transfer)
                            .findFirst()
                            .map(match -> new Found(match, in.rows())))
                    .orElseThrow(() -> transfersAlone
                            ? new RefusedException(new Refusal.UnknownTransfer(key))
                            : broken(where, "nothing of this id is to confirm"));
            // Two months may see one row in different matches.
            for (long row : found.match().rows()) {
                if (taken.put(row, key) != null) {
                    throw broken(where, "the row " + row + " is decided already");
                }
            }
            return found;
        }
    }
}
