package io.prorata.adapter.web.recognition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
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
import io.prorata.application.recognition.DecideConfirmations.Command;
import io.prorata.application.recognition.DecideConfirmations.Confirmation;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.request.Access;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Recognised transfers. */
@Controller("/transfers")
@ExecuteOn(TaskExecutors.BLOCKING)
class TransferController {

    private final ShowConfirmations showConfirmations;
    private final DecideConfirmations decideConfirmations;
    private final IdempotencyKeys once;

    TransferController(
            ShowConfirmations showConfirmations, DecideConfirmations decideConfirmations, IdempotencyKeys once) {
        this.showConfirmations = showConfirmations;
        this.decideConfirmations = decideConfirmations;
        this.once = once;
    }

    /** List transfers to confirm. Pairs of rows that look like the legs of one transfer; a pair belongs to the month of its first leg. */
    @Get
    @GivesRows("transfers")
    HttpResponse<TransfersResponse> list(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        var shown = showConfirmations.show(access.household(), Optional.ofNullable(month));
        return Answers.listed(request, shown, List.of(shown.thing().month()), TransfersResponse::of);
    }

    /** Confirm a transfer. Its legs get the type of transfers; money from a member's account to the pot is attributed to that member. */
    @Post("/{id}/confirm")
    @Consumes(MediaType.ALL)
    HttpResponse<DecisionsResponse> confirm(
            HttpRequest<?> request, Access access, String id, @Body @Nullable String body) {
        var command = new Command(List.of(new Confirmation(id, Optional.empty())), List.of(), true);
        return decide(request, access, body, command);
    }

    /** Reject a transfer. Its rows do not change. The pair is not offered again. */
    @Post("/{id}/reject")
    @Consumes(MediaType.ALL)
    HttpResponse<DecisionsResponse> reject(
            HttpRequest<?> request, Access access, String id, @Body @Nullable String body) {
        return decide(request, access, body, new Command(List.of(), List.of(id), true));
    }

    private HttpResponse<DecisionsResponse> decide(
            HttpRequest<?> request, Access access, @Nullable String body, Command command) {
        return once.answerWithoutContent(request, access, body, actor -> {
            var decided = decideConfirmations.decide(access.household(), actor, command);
            return Answers.done(decided, DecisionsResponse.of(decided.result()));
        });
    }
}
