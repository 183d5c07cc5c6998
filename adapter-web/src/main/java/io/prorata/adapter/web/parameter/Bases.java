package io.prorata.adapter.web.parameter;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.settlement.Basis;
import java.util.Arrays;
import java.util.Locale;

/** The parameter {@code basis}: what settling up goes by. */
public final class Bases {

    private Bases() {}

    /** @throws ProblemException 400 if it is none of them */
    public static Basis read(String text) {
        return Arrays.stream(Basis.values())
                .filter(basis -> basis.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.unreadable(new PartError.InParameter("basis", "one of plan, actual"))));
    }
}
