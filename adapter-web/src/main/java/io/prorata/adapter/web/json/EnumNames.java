package io.prorata.adapter.web.json;

import io.prorata.domain.ledger.ExpenseType;
import java.util.Locale;

/** The names of enumerations as answers write them, and so as errors list them. */
public final class EnumNames {

    private EnumNames() {}

    /** Returns {@code constant} in small letters; types of expenses are written in capitals. */
    public static String written(Enum<?> constant) {
        return constant instanceof ExpenseType
                ? constant.name()
                : constant.name().toLowerCase(Locale.ROOT);
    }
}
