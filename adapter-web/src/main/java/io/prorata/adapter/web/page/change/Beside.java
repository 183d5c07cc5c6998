package io.prorata.adapter.web.page.change;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.adapter.web.problem.RefusalMapper;
import io.prorata.domain.RefusedException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows what is wrong with a form beside it, with all that was typed, in the words of the problem. */
public final class Beside {

    /** What another text in the form may put right. Whatever else is wrong has a screen of its own. */
    private static final Set<HttpStatus> OF_THE_FORM =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.NOT_FOUND, HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_ENTITY);

    private Beside() {}

    /** Answers as {@code does}; if that is refused, as {@code again}, which has the form anew. */
    public static HttpResponse<byte[]> form(
            HttpRequest<?> request,
            Supplier<HttpResponse<byte[]>> does,
            Function<Problem, HttpResponse<byte[]>> again) {
        try {
            return does.get();
        } catch (RefusedException e) {
            Problem problem = RefusalMapper.problemFor(e.refusal());
            if (!OF_THE_FORM.contains(problem.status())) {
                throw e;
            }
            return again.apply(problem.in(Language.of(request)));
        } catch (ProblemException e) {
            if (!OF_THE_FORM.contains(e.problem().status())) {
                throw e;
            }
            return again.apply(e.problem().in(Language.of(request)));
        }
    }
}
