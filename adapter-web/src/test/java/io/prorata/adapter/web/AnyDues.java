package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Makes up who paid what in a made-up household: accounts, rows that name members and provisions, rows to confirm, settlements. */
final class AnyDues {

    private static final List<ExpenseType> TYPES = List.of(ExpenseType.values());

    private final AnyHousehold any;
    private final WebServer server;
    private final String token;
    private final SplittableRandom random;

    AnyDues(AnyHousehold any, WebServer server, String token, long seed) {
        this.any = any;
        this.server = server;
        this.token = token;
        random = new SplittableRandom(seed);
    }

    void make(boolean endPot) {
        post("/accounts", "{\"name\": \"own\", \"owner\": \"" + member() + "\"}");
        post("/accounts", "{\"name\": \"savings\", \"owner\": \"pot\", \"kind\": \"savings\"}");
        List<Transaction> rows = new ArrayList<>();
        for (long id = 1_001; id <= 1_060; id++) {
            rows.add(row(id));
        }
        // Both legs of a transfer, and an income that names nobody.
        YearMonth month = AnyHousehold.JANUARY;
        rows.add(line(1_061, month, "1234", -8_100, "TO SAVINGS", ExpenseType.VARIABLE, Attribution.USUAL));
        rows.add(line(1_062, month, "savings", 8_100, "FROM CURRENT", ExpenseType.VARIABLE, Attribution.USUAL));
        rows.add(line(1_063, month, "1234", 70_000, "SALARY ACME", ExpenseType.INCOME, Attribution.USUAL));
        server.books().write(any.id(), Actor.COMMAND_LINE, books -> {
            books.ledger().add(any.id(), OptionalLong.empty(), rows);
            return new Decision<>(
                    "done",
                    new Change.BankFileImported(
                            Change.months(rows.stream().map(Transaction::month).toList())),
                    AuditEntry.added("made up", any.id()));
        });
        for (int i = 0; i < 6; i++) {
            String from = i == 0 ? "member1" : party();
            String to = i == 0 ? "pot" : party();
            if (!from.equals(to)) {
                post(
                        "/settlements",
                        "{\"date\": \"" + (i == 0 ? month : month()) + "-20\", \"from\": \"" + from + "\", \"to\": \""
                                + to + "\", \"amount\": \"" + random.nextInt(1, 300) + "\"}");
            }
        }
        patch("PATCH", "/household", "{\"settle_since\": \"2023-11\"}");
        if (endPot) {
            patch("PUT", "/household/pot?from=2024-01", "{\"in_use\": false}");
        }
    }

    private Transaction row(long id) {
        ExpenseType type = TYPES.get(random.nextInt(TYPES.size()));
        Optional<LineSplit> split = random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(random.nextBoolean() ? new LineSplit.Equally() : new LineSplit.AllTo(member()));
        Optional<Party> payer = random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(random.nextInt(4) == 0 ? Party.POT : Party.of(member()));
        Optional<PlanLink> link = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        random.nextBoolean()
                                ? new PlanLink.Bill(random.nextInt(1, 8))
                                : new PlanLink.Provision(random.nextInt(1, 8)));
        Optional<MoneySource> source = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(random.nextBoolean() ? new MoneySource.Everybody() : new MoneySource.One(member()));
        return line(
                id,
                month(),
                List.of("1234", "own", "savings").get(random.nextInt(3)),
                random.nextLong(type == ExpenseType.INCOME ? 0 : -20_000, 20_000),
                "Row",
                type,
                new Attribution(true, split, payer, link, source).of(type));
    }

    private static Transaction line(
            long id,
            YearMonth month,
            String account,
            long amount,
            String label,
            ExpenseType type,
            Attribution attribution) {
        return new Transaction(
                        id,
                        new BankLine(account, month.atDay(10), new Money(amount), label, null),
                        new Classification(type, "Courses", null, false),
                        TypedBy.RULE,
                        new TreeSet<>())
                .with(attribution);
    }

    private YearMonth month() {
        return AnyHousehold.JANUARY.minusMonths(random.nextInt(3));
    }

    private MemberKey member() {
        return any.members().get(random.nextInt(any.members().size()));
    }

    private String party() {
        return random.nextInt(4) == 0 ? "pot" : member().text();
    }

    private void post(String path, String body) {
        HttpResponse<String> answer = server.post(path, token, body);
        assertEquals(201, answer.statusCode(), path + " " + body + " " + answer.body());
    }

    private void patch(String method, String path, String body) {
        HttpResponse<String> answer = server.json(method, path, token, body, "If-Match", "*");
        assertTrue(answer.statusCode() < 300, answer.body());
    }
}
