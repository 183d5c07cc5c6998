package io.prorata.adapter.web.recognition;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.application.recognition.DecideConfirmations;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Possible matches of rows, to be confirmed or rejected. */
@Controller("/confirmations")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfirmationController {

    private final ShowConfirmations showConfirmations;
    private final DecideConfirmations decideConfirmations;
    private final IdempotencyKeys once;

    ConfirmationController(
            ShowConfirmations showConfirmations, DecideConfirmations decideConfirmations, IdempotencyKeys once) {
        this.showConfirmations = showConfirmations;
        this.decideConfirmations = decideConfirmations;
        this.once = once;
    }

    /**
     * List matches to confirm in a month. Payments of bills, legs of transfers, incomes without a member, and rows that were entered
     * twice, with the month's total now and if all were confirmed.
     */
    @Get
    @GivesRows("confirmations")
    HttpResponse<ConfirmationsResponse> list(
            HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        var shown = showConfirmations.show(access.household(), Optional.ofNullable(month));
        return Answers.listed(request, shown, List.of(shown.thing().month()), ConfirmationsResponse::of);
    }

    /** Confirm or reject. Many at once, all of them or none. A rejected match is not offered again. */
    @Post
    HttpResponse<DecisionsResponse> decide(HttpRequest<?> request, Access access, @Body @Valid DecisionsRequest body) {
        var command = body.command();
        return once.answer(request, access, body, actor -> {
            var decided = decideConfirmations.decide(access.household(), actor, command);
            return Answers.done(decided, DecisionsResponse.of(decided.result()));
        });
    }
}
