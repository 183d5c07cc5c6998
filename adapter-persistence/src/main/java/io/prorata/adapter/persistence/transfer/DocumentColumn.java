package io.prorata.adapter.persistence.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.prorata.domain.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column as an exported document has it.
 *
 * @param raw the column as the database has it, past its converter
 * @param name in the document
 */
record DocumentColumn(Field<?> raw, String name, Form form) {

    private static final String AMOUNT = "_minor";
    private static final Set<String> FLAGS = Set.of(
            "accrues",
            "common",
            "excluded",
            "has_pot",
            "is_on",
            "is_received",
            "received",
            "sets_common",
            "sets_excluded",
            "stops");

    /** How its values are written in JSON. */
    enum Form {
        /** As a text. */
        TEXT,
        /** As a whole number. */
        NUMBER,
        /** As an amount is everywhere: a text with the currency's decimals. */
        AMOUNT,
        /** As true or false. */
        FLAG,
        /** A number that is larger than many readers of JSON keep exactly: as a text. */
        LONG_NUMBER
    }

    static DocumentColumn of(Field<?> column) {
        String name = column.getName();
        Field<?> raw = CopiedTables.raw(column);
        if (raw.getType() == String.class) {
            return new DocumentColumn(raw, name, Form.TEXT);
        }
        if (raw.getType() != Long.class) {
            throw new IllegalStateException("no form for the column " + name + " of " + raw.getType());
        }
        if (name.endsWith(AMOUNT)) {
            return new DocumentColumn(raw, name.substring(0, name.length() - AMOUNT.length()), Form.AMOUNT);
        }
        return new DocumentColumn(
                raw, name, FLAGS.contains(name) ? Form.FLAG : name.equals("nonce") ? Form.LONG_NUMBER : Form.NUMBER);
    }

    /** Writes a value, which is there, after its name. */
    void write(JsonGenerator json, Object value, Currency currency) throws IOException {
        json.writeFieldName(name);
        switch (form) {
            case TEXT, AMOUNT, LONG_NUMBER -> json.writeString(text(value, currency));
            case NUMBER -> json.writeNumber((long) value);
            case FLAG -> json.writeBoolean((long) value != 0);
        }
    }

    /** Returns a value, which is there, as a text. */
    String text(Object value, Currency currency) {
        return switch (form) {
            case TEXT, NUMBER, LONG_NUMBER -> value.toString();
            case AMOUNT -> new Money((long) value).inUnitsOf(currency).toPlainString();
            case FLAG -> Boolean.toString((long) value != 0);
        };
    }

    /**
     * Reads a value that {@link #write} has written; an absent one is null.
     *
     * @throws UnreadableExportException if it is none of this column
     */
    @Nullable
    Object read(JsonParser json, Currency currency) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return switch (form) {
                case TEXT -> required(json, JsonToken.VALUE_STRING).getText();
                case NUMBER -> required(json, JsonToken.VALUE_NUMBER_INT).getLongValue();
                case AMOUNT -> amount(required(json, JsonToken.VALUE_STRING).getText(), currency);
                case FLAG -> token == JsonToken.VALUE_FALSE ? 0L : one(json);
                case LONG_NUMBER ->
                    Long.parseLong(required(json, JsonToken.VALUE_STRING).getText());
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new UnreadableExportException(name + " is no value of its kind", e);
        }
    }

    private static long amount(String text, Currency currency) {
        // Past the bounds it would be counted in more digits than a long has.
        if (text.length() > 32) {
            throw new NumberFormatException(text);
        }
        return Money.of(new BigDecimal(text), currency).minor();
    }

    private long one(JsonParser json) throws IOException {
        var _ = required(json, JsonToken.VALUE_TRUE);
        return 1;
    }

    private JsonParser required(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new UnreadableExportException(name + " is no "
                    + form.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        return json;
    }
}
