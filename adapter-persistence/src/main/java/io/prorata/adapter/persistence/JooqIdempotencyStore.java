package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.CARRIED_REQUEST;
import static io.prorata.adapter.persistence.generated.Tables.TOKEN;

import io.prorata.adapter.persistence.generated.tables.records.CarriedRequestRecord;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.view.Document;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
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

    private final DSLContext sql;

    JooqIdempotencyStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StoredResponse> stored(HouseholdId household, String sender, String key) {
        return sql.selectFrom(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .and(CARRIED_REQUEST.SENDER.eq(sender))
                .and(CARRIED_REQUEST.REQUEST_KEY.eq(key))
                .fetchOptional(row -> new StoredResponse(row.getRequestHash(), row.getAt(), answer(row)));
    }

    @Override
    public void stored(HouseholdId household, String sender, String key, StoredResponse request) {
        var row = new CarriedRequestRecord();
        row.setHouseholdId(household.value());
        row.setSender(sender);
        row.setRequestKey(key);
        row.setRequestHash(request.request());
        row.setAt(request.at());
        request.answer().ifPresent(answer -> {
            row.setStatus((long) answer.status());
            row.setHeaders(text(answer.headers()));
            row.setBody(answer.body().bytes());
        });
        sql.deleteFrom(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .and(CARRIED_REQUEST.SENDER.eq(sender))
                .and(CARRIED_REQUEST.REQUEST_KEY.eq(key))
                .execute();
        sql.insertInto(CARRIED_REQUEST).set(row).execute();
    }

    @Override
    public void forgetBefore(HouseholdId household, Instant instant) {
        sql.deleteFrom(CARRIED_REQUEST)
                .where(CARRIED_REQUEST.HOUSEHOLD_ID.eq(household.value()))
                .and(CARRIED_REQUEST.AT.lt(instant))
                .execute();
    }

    @Override
    public void used(HouseholdId household, long token, Instant at) {
        sql.update(TOKEN)
                .set(TOKEN.LAST_USED, at)
                .where(TOKEN.HOUSEHOLD_ID.eq(household.value()))
                .and(TOKEN.TOKEN_ID.eq(token))
                .execute();
    }

    private static Optional<StoredAnswer> answer(CarriedRequestRecord row) {
        return row.getStatus() == null
                ? Optional.empty()
                : Optional.of(new StoredAnswer(
                        Math.toIntExact(row.getStatus()), headers(row.getHeaders()), new Document(row.getBody())));
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
