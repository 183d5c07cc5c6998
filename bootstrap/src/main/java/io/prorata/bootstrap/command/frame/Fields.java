package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.option.UsageException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a request, from options. An option that was not given has no field; {@code none} is null, which
 * removes a value. */
public final class Fields {

    private static final String NONE = "none";

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final TerminalWords words;

    Fields(TerminalWords words) {
        this.words = words;
    }

    public Fields put(String name, @Nullable String value) {
        if (value != null) {
            body.put(name, isNone(value) ? null : value);
        }
        return this;
    }

    /** An amount or a percentage, as the language writes it; the server reads it exactly. */
    public Fields decimal(String name, @Nullable String value) {
        if (value != null) {
            body.put(name, isNone(value) ? null : decimal(value));
        }
        return this;
    }

    /** A whole number. */
    public Fields number(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        if (isNone(value)) {
            body.putNull(name);
        } else if (value.matches("[0-9]{1,18}")) {
            body.put(name, Long.parseLong(value));
        } else {
            throw new UsageException("'" + value + "' is no number.");
        }
        return this;
    }

    /** {@code yes}, {@code no} or {@code none}. */
    public Fields yesOrNo(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        switch (value) {
            case "yes" -> body.put(name, true);
            case "no" -> body.put(name, false);
            case NONE -> body.putNull(name);
            default -> throw new UsageException("'" + value + "' is neither yes nor no.");
        }
        return this;
    }

    /** Texts in a list; {@code none} alone is an empty one. */
    public Fields list(String name, @Nullable List<String> values) {
        if (values != null) {
            var list = body.putArray(name);
            values.stream().filter(value -> !isNone(value)).forEach(list::add);
        }
        return this;
    }

    /** Whole numbers in a list. */
    public Fields numbers(String name, @Nullable List<Long> values) {
        if (values != null) {
            var list = body.putArray(name);
            values.forEach(list::add);
        }
        return this;
    }

    /** How something is divided: {@code key}, {@code equal}, {@code ines} or {@code ines=2,jules=1}. */
    public Fields split(String name, @Nullable String value) {
        if (value != null) {
            body.set(name, isNone(value) ? JsonNodeFactory.instance.nullNode() : SplitWords.read(value));
        }
        return this;
    }

    public Fields put(String name, JsonNode value) {
        body.set(name, value);
        return this;
    }

    /** Returns {@code written} with a dot before the decimals and nothing else. */
    public String decimal(String written) {
        return words.decimal(written)
                .orElseThrow(() -> new UsageException("'" + written + "' is no amount; write it like "
                        + words.amount(new BigDecimal("1234.50")) + " or 1234.50."));
    }

    /** Returns whether {@code value} says that there is to be none. */
    public static boolean isNone(String value) {
        return value.equals(NONE);
    }

    public ObjectNode body() {
        return body;
    }
}
