package io.prorata.adapter.web.parameter;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.ledger.ExpenseType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expense types in parameters: one, or several repeated or between commas. */
public final class ExpenseTypes {

    private ExpenseTypes() {}

    /** @throws IllegalArgumentException if {@code text} is none; the message lists all */
    public static ExpenseType read(String text) {
        return Arrays.stream(ExpenseType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of "
                        + Arrays.stream(ExpenseType.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Returns {@code type} alone, or all types where none is named. */
    public static Set<ExpenseType> orAll(@Nullable ExpenseType type) {
        return type == null ? EnumSet.allOf(ExpenseType.class) : EnumSet.of(type);
    }

    /** @throws ProblemException naming {@code parameter} if any of {@code texts} is no expense type */
    public static Set<ExpenseType> read(String parameter, List<String> texts) {
        Set<ExpenseType> types = EnumSet.noneOf(ExpenseType.class);
        for (String text : texts) {
            for (String one : text.split(",", -1)) {
                try {
                    types.add(read(one));
                } catch (IllegalArgumentException e) {
                    throw new ProblemException(
                            Problem.unreadable(new PartError.InParameter(parameter, String.valueOf(e.getMessage()))));
                }
            }
        }
        return types;
    }
}
