package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.CARRIED_REQUEST;
import static io.prorata.adapter.persistence.generated.Tables.TOKEN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.generated.tables.records.CarriedRequestRecord;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.IdempotencyStore.AnswerState;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.Retention;
import io.prorata.application.view.Document;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Notes in their tables. */
final class JooqIdempotencyStore implements IdempotencyStore {

    /** Between headers, which hold no line breaks. */
    private static final String HEADER_END = "\n";

    private static final String VALUE_BEGINS = ": ";

    /** In place of a status of HTTP, where the answer held a secret and is not kept. */
    private static final long WITHHELD = 0;

    private final DSLContext sql;
    private final RunningTime running;

    JooqIdempotencyStore(DSLContext sql, RunningTime running) {
        this.sql = sql;
        this.running = running;
    }

    @Override
    public Optional<StoredResponse> stored(HouseholdId household, String sender, String key) {
        return sql.selectFrom(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .and(CARRIED_REQUEST.SENDER.eq(sender))
                .and(CARRIED_REQUEST.REQUEST_KEY.eq(key))
                .fetchOptional(row -> new StoredResponse(row.getRequestHash(), at(row), answer(row)));
    }

    @Override
    public void stored(HouseholdId household, String sender, String key, StoredResponse request) {
        var row = new CarriedRequestRecord();
        row.setHouseholdId(household.value());
        row.setSender(sender);
        row.setRequestKey(key);
        row.setRequestHash(request.request());
        row.setAt(request.at().clock());
        row.setRanMillis(request.at().running().toMillis());
        row.setNumber(request.at().number());
        switch (request.answer()) {
            case AnswerState.Pending() -> {}
            case AnswerState.Withheld() -> answered(row, WITHHELD, "", new byte[0]);
            case AnswerState.Kept(StoredAnswer answer) ->
                answered(
                        row,
                        answer.status(),
                        text(answer.headers()),
                        answer.body().bytes());
        }
        sql.deleteFrom(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .and(CARRIED_REQUEST.SENDER.eq(sender))
                .and(CARRIED_REQUEST.REQUEST_KEY.eq(key))
                .execute();
        sql.insertInto(CARRIED_REQUEST).set(RowDigest.digested(row)).execute();
        running.count(sql);
    }

    @Override
    public CarriedAt next(HouseholdId household, Instant clock) {
        long last = sql.select(coalesce(max(CARRIED_REQUEST.NUMBER), inline(0L)))
                .from(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle()
                .value1();
        return new CarriedAt(clock, running.now(), last + 1);
    }

    /** Instants are compared as text, which does not order those within a second: a second more on either side errs towards keeping. */
    @Override
    public void forget(HouseholdId household, CarriedAt now, Retention retention) {
        Instant second = now.clock().truncatedTo(ChronoUnit.SECONDS);
        sql.deleteFrom(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .and(CARRIED_REQUEST
                        .AT
                        .lt(second.minus(retention.time()).minusSeconds(1))
                        .or(CARRIED_REQUEST.AT.gt(second.plus(retention.time()).plusSeconds(2))))
                .and(CARRIED_REQUEST
                        .RAN_MILLIS
                        .le(now.running().minus(retention.time()).toMillis())
                        .or(CARRIED_REQUEST.NUMBER.lt(now.number() - retention.requests())))
                .execute();
    }

    @Override
    public void used(HouseholdId household, long token, Instant at) {
        sql.update(TOKEN)
                .set(TOKEN.LAST_USED, at)
                .where(TOKEN.HOUSEHOLD_ID.eq(household.value()))
                .and(TOKEN.TOKEN_ID.eq(token))
                .execute();
        running.count(sql);
    }

    private static CarriedAt at(CarriedRequestRecord row) {
        return new CarriedAt(row.getAt(), Duration.ofMillis(row.getRanMillis()), row.getNumber());
    }

    private static void answered(CarriedRequestRecord row, long status, String headers, byte[] body) {
        row.setStatus(status);
        row.setHeaders(headers);
        row.setBody(body);
    }

    private static AnswerState answer(CarriedRequestRecord row) {
        Long status = row.getStatus();
        if (status == null) {
            return new AnswerState.Pending();
        }
        return status == WITHHELD
                ? new AnswerState.Withheld()
                : new AnswerState.Kept(new StoredAnswer(
                        Math.toIntExact(status), headers(row.getHeaders()), new Document(row.getBody())));
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + VALUE_BEGINS + header.getValue())
                .collect(Collectors.joining(HEADER_END));
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int value = line.indexOf(VALUE_BEGINS);
            headers.put(line.substring(0, value), line.substring(value + VALUE_BEGINS.length()));
        });
        return headers;
    }
}
