package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.Access;
import io.prorata.application.PlanFixedExpense;
import io.prorata.domain.expense.FixedExpense;
import java.net.URI;

/** The bills that come back. */
@Controller("/fixed-expenses")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FixedExpenseController {

    private final PlanFixedExpense planFixedExpense;

    FixedExpenseController(PlanFixedExpense planFixedExpense) {
        this.planFixedExpense = planFixedExpense;
    }

    /** Plans a bill. */
    @Post
    HttpResponse<FixedExpenseResponse> plan(Access access, @Body byte[] body) {
        var planned = planFixedExpense.plan(
                access.household(), access.actor(), currency -> FixedExpenseRequest.read(body, currency));
        FixedExpense expense = planned.result().thing();
        return Answers.created(
                planned,
                URI.create("/fixed-expenses/" + expense.id()),
                FixedExpenseResponse.of(expense, new Amounts(planned.result().currency())));
    }
}
