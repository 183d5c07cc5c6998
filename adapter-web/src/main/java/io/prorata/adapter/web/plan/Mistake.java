package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The parameter {@code as} of a DELETE: whether a thing is removed wholly because it was stated by mistake, rather than ended. */
final class Mistake {

    private static final String AS = "mistake";

    private Mistake() {}

    /**
     * Returns whether the thing is to be removed wholly.
     *
     * @throws ProblemException 400 if {@code as} is something else, or a parameter of ending it is stated beside it
     */
    static boolean isMeant(@Nullable String as, @Nullable YearMonth from, Flag restate) {
        if (as == null) {
            return false;
        }
        if (!as.equals(AS)) {
            throw unreadable("as", "mistake, or leave it out");
        }
        if (from != null) {
            throw unreadable("from", "it has no meaning beside as=mistake: the whole of it is removed");
        }
        if (restate.isTrue()) {
            throw unreadable("restate", "it has no meaning beside as=mistake: the whole of it is removed");
        }
        return true;
    }

    private static ProblemException unreadable(String parameter, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InParameter(parameter, detail)));
    }
}
