package io.prorata.adapter.web.parameter;

import io.prorata.adapter.web.json.CategoryNames;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.ledger.CategoryChoice;
import org.jspecify.annotations.Nullable;

/**
 * Which categories a request means. In a path: a name, {@code all}, {@code none} for the uncategorised, or {@code -} for whatever the
 * parameter {@code category} names. In that parameter any text is a name, and none at all the uncategorised.
 */
public final class CategoryParameter {

    private static final String PARAMETER = "category";

    private CategoryParameter() {}

    public static CategoryChoice inPath(String segment, @Nullable String parameter) {
        if (segment.equals(CategoryNames.IN_PARAMETER)) {
            if (parameter == null) {
                throw unreadable("the path says -, so name the category here");
            }
            return inParameter(parameter);
        }
        if (parameter != null) {
            throw unreadable("the path names a category already; only a - there leaves it to this parameter");
        }
        return switch (segment) {
            case CategoryNames.EVERY -> new CategoryChoice.Every();
            case CategoryNames.UNCATEGORISED -> new CategoryChoice.Uncategorised();
            default -> named(segment);
        };
    }

    /** @param parameter absent for every category */
    public static CategoryChoice inParameter(@Nullable String parameter) {
        if (parameter == null) {
            return new CategoryChoice.Every();
        }
        return parameter.isEmpty() ? new CategoryChoice.Uncategorised() : named(parameter);
    }

    private static CategoryChoice named(String name) {
        try {
            return new CategoryChoice.Named(name);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter(PARAMETER, String.valueOf(e.getMessage()))));
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InParameter(PARAMETER, detail)));
    }
}
