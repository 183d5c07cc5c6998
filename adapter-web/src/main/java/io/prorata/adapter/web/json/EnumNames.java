package io.prorata.adapter.web.json;

import io.prorata.domain.ledger.ExpenseType;
import java.util.Locale;

/** The names of enumerations in answers and errors. */
public final class EnumNames {

    private EnumNames() {}

    /** Returns {@code constant} in lower case; expense types are in upper case. */
    public static String written(Enum<?> constant) {
        return constant instanceof ExpenseType
                ? constant.name()
                : constant.name().toLowerCase(Locale.ROOT);
    }
}
