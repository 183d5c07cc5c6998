package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Currency;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Writes a household as a JSON document, one record a line. The same household gives the same bytes. */
final class DocumentWriter {

    static final String FORMAT = "prorata household";

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private DocumentWriter() {}

    static void write(DSLContext sql, HouseholdId household, OutputStream to) {
        Currency currency = currency(sql, household);
        try (JsonGenerator json = JSON.createGenerator(to)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", SqliteDatabase.SCHEMA);
            json.writeStringField("currency", currency.getCurrencyCode());
            json.writeObjectFieldStart("records");
            for (DocumentTable table : DocumentTable.all()) {
                json.writeRaw('\n');
                json.writeArrayFieldStart(table.name());
                table.read(sql, household, row -> write(json, table, row, currency));
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Currency currency(DSLContext sql, HouseholdId household) {
        return Currency.getInstance(sql.select(HOUSEHOLD.CURRENCY)
                .from(HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle(HOUSEHOLD.CURRENCY));
    }

    private static void write(JsonGenerator json, DocumentTable table, Record row, Currency currency) {
        try {
            json.writeRaw('\n');
            json.writeStartObject();
            for (int place = 0; place < table.columns().size(); place++) {
                Object value = row.get(place);
                if (value != null) {
                    table.columns().get(place).write(json, value, currency);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
