package io.prorata.adapter.persistence.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a document of {@link DocumentWriter}, a record at a time. */
final class DocumentReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final Sink sink;

    /** Receives the records. */
    interface Sink {

        /** @param values one for each column of the table, null where there is none */
        void record(DocumentTable table, @Nullable Object[] values);
    }

    private DocumentReader(JsonParser json, Sink sink) {
        this.json = json;
        this.sink = sink;
    }

    /** @throws UnreadableExportException if it is no such document, or has another version; {@code sink} may have received part of it */
    static void read(InputStream document, Sink sink) throws IOException {
        try (JsonParser json = JSON.createParser(document)) {
            new DocumentReader(json, sink).read();
        } catch (JsonProcessingException e) {
            throw new UnreadableExportException(
                    "It is no JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ").",
                    e);
        }
    }

    private void read() throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "It is no JSON document of a household.");
        Map<String, String> head = new TreeMap<>();
        boolean whole = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("records")) {
                records(currency(head));
                whole = true;
            } else {
                require(json.currentToken().isScalarValue(), "Its member " + name + " is not known.");
                head.put(name, json.getText());
            }
        }
        require(whole, "It is no export of a household: it has no records.");
        require(json.nextToken() == null, "Something stands behind its end.");
    }

    /** The header has to come before the records. */
    private static Currency currency(Map<String, String> head) {
        require(DocumentWriter.FORMAT.equals(head.remove("format")), "It is no export of a household.");
        String version = head.remove("version");
        require(
                Integer.toString(SqliteDatabase.SCHEMA).equals(version),
                "It has the version " + version + ", and this program reads " + SqliteDatabase.SCHEMA
                        + ": export it once more by a Prorata of the same version as this one.");
        String currency = head.remove("currency");
        require(head.isEmpty(), "Its members " + head.keySet() + " are not known.");
        try {
            return Currency.getInstance(String.valueOf(currency));
        } catch (IllegalArgumentException e) {
            throw new UnreadableExportException("Its currency " + currency + " is none.", e);
        }
    }

    private void records(Currency currency) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "Its records are no object.");
        List<DocumentTable> tables = DocumentTable.all();
        int next = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            int place = next;
            while (place < tables.size() && !tables.get(place).name().equals(name)) {
                place++;
            }
            require(place < tables.size(), "Its records of " + name + " are not known, or not in their place.");
            next = place + 1;
            require(json.nextToken() == JsonToken.START_ARRAY, "Its records of " + name + " are no list.");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                record(tables.get(place), currency);
            }
            require(json.currentToken() == JsonToken.END_ARRAY, "A record of " + name + " is no object.");
        }
    }

    private void record(DocumentTable table, Currency currency) throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        @Nullable Object[] values = new Object[table.columns().size()];
        try {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                int place = table.place(json.currentName());
                json.nextToken();
                values[place] = table.columns().get(place).read(json, currency);
            }
            sink.record(table, values);
        } catch (UnreadableExportException e) {
            throw new UnreadableExportException(
                    "Line " + line + ", a record of " + table.name() + ": " + e.getMessage() + ".", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnreadableExportException(otherwise);
        }
    }
}
