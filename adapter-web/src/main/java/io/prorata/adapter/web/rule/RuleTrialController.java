package io.prorata.adapter.web.rule;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.rule.SuggestRules;
import io.prorata.application.rule.TestRule;
import jakarta.validation.Valid;

/** Rules before they are there: tried, and proposed. */
@Controller("/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
class RuleTrialController {

    private final TestRule testRule;
    private final SuggestRules suggestRules;

    RuleTrialController(TestRule testRule, SuggestRules suggestRules) {
        this.testRule = testRule;
        this.suggestRules = suggestRules;
    }

    /** Test a rule. By itself, on existing rows. Nothing is stored or changed, so a token of scope read is enough. */
    @Post("/test")
    @RequiresScope(TokenScope.READ)
    HttpResponse<RuleTestResponse> test(Access access, @Body @Valid RuleTestRequest body) {
        var command = new InCurrency<>(body.command(new AmountText(access.currency())), access.currency());
        var tested = testRule.test(access.household(), command);
        return Answers.done(tested, RuleTestResponse.of(tested.result()));
    }

    /**
     * List suggested rules. Where people gave the rows of one payee the same category at least three times and never otherwise, and no rule
     * does it yet. The latest 10,000 rows with a category of a person are considered.
     */
    @Get("/suggestions")
    @GivesRows("suggestions")
    HttpResponse<SuggestionsResponse> suggestions(HttpRequest<?> request, Access access) {
        return Answers.shownByContent(request, suggestRules.suggest(access.household()), SuggestionsResponse::of);
    }
}
