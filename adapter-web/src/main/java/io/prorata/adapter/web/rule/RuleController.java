package io.prorata.adapter.web.rule;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.ledger.TransactionFilterRequest;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.ReadResult;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.OrderRules;
import io.prorata.application.rule.RemoveRule;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.ShowRule;
import io.prorata.application.rule.ShowRules;
import io.prorata.domain.sorting.SortingRule;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;

/** Rules that sort rows. */
@Controller("/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
class RuleController {

    private final ShowRules showRules;
    private final ShowRule showRule;
    private final AddRule addRule;
    private final ReviseRule reviseRule;
    private final RemoveRule removeRule;
    private final OrderRules orderRules;
    private final ApplyRules applyRules;
    private final IdempotencyKeys once;

    RuleController(
            ShowRules showRules,
            ShowRule showRule,
            AddRule addRule,
            ReviseRule reviseRule,
            RemoveRule removeRule,
            OrderRules orderRules,
            ApplyRules applyRules,
            IdempotencyKeys once) {
        this.showRules = showRules;
        this.showRule = showRule;
        this.addRule = addRule;
        this.reviseRule = reviseRule;
        this.removeRule = removeRule;
        this.orderRules = orderRules;
        this.applyRules = applyRules;
        this.once = once;
    }

    /** The rules in order. */
    @Serdeable.Serializable
    record RulesResponse(List<SortingRuleResponse> rules) {}

    /** @param rules the ids of all rules, the first that runs first */
    @Serdeable
    record RuleOrderRequest(List<Long> rules) {}

    /** @param rules the ids of all rules, the first that runs first */
    @Serdeable.Serializable
    record RuleOrderResponse(List<Long> rules) {}

    /** @param filter the rows to apply the rules to */
    @Serdeable
    record RulesApplyRequest(@Valid TransactionFilterRequest filter) {}

    /** List rules. In the order in which they run: a later rule overrides an earlier one, field by field. */
    @Get
    @GivesRows("rules")
    HttpResponse<RulesResponse> list(HttpRequest<?> request, Access access) {
        return Answers.shown(request, showRules.show(access.household()), shown -> {
            var amounts = new AmountText(shown.currency());
            return new RulesResponse(shown.thing().stream()
                    .map(rule -> SortingRuleResponse.of(rule, amounts))
                    .toList());
        });
    }

    /** Create a rule. It runs after all others; existing rows stay until the rules are applied. At most 500 rules. */
    @Post
    HttpResponse<SortingRuleResponse> add(HttpRequest<?> request, Access access, @Body @Valid SortingRuleRequest body) {
        var terms = new InCurrency<>(body.terms(new AmountText(access.currency())), access.currency());
        return once.answer(request, access, body, actor -> {
            var added = addRule.add(access.household(), actor, terms);
            return Answers.created(
                    added, URI.create("/rules/" + added.result().rule().id()), SortingRuleResponse.of(added.result()));
        });
    }

    /** Get a rule. */
    @Get("/{id}")
    HttpResponse<SortingRuleResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showRule.show(access.household(), id), RuleController::response);
    }

    /** Replace a rule. It keeps its place; existing rows stay until the rules are applied. */
    @Put("/{id}")
    HttpResponse<SortingRuleResponse> replace(
            HttpRequest<?> request, Access access, long id, @Body @Valid SortingRuleRequest body) {
        var terms = new InCurrency<>(body.terms(new AmountText(access.currency())), access.currency());
        var revised = reviseRule.revise(access.household(), access.actor(), id, Preconditions.expected(request), terms);
        return Answers.changed(revised, SortingRuleResponse.of(revised.result()));
    }

    /** Delete a rule. What it has chosen of rows stays. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> remove(HttpRequest<?> request, Access access, long id) {
        return Answers.gone(removeRule.remove(access.household(), access.actor(), id, Preconditions.expected(request)));
    }

    /** Replace the order of the rules. The ids of all rules, each once. */
    @Put("/order")
    HttpResponse<RuleOrderResponse> order(HttpRequest<?> request, Access access, @Body @Valid RuleOrderRequest body) {
        var ordered = orderRules.order(
                access.household(),
                access.actor(),
                Preconditions.expected(request),
                new OrderRules.RuleOrder(body.rules()));
        return Answers.changed(ordered, new RuleOrderResponse(ordered.result().rules()));
    }

    /**
     * Apply the rules. To all rows that match the filter, up to 100,000; at most 10,000 of them may change. {@code dry_run} reports without
     * changing. What a person chose stays. The answer has every total that changes.
     */
    @Post("/apply")
    HttpResponse<RulesAppliedResponse> apply(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid RulesApplyRequest body) {
        var command = new InCurrency<>(
                new ApplyRules.Command(body.filter().filter(new AmountText(access.currency())), dryRun.isTrue()),
                access.currency());
        return once.answer(request, access, body, actor -> {
            var applied = applyRules.apply(access.household(), actor, command);
            return Answers.done(applied, RulesAppliedResponse.of(applied.result()));
        });
    }

    private static SortingRuleResponse response(ReadResult<SortingRule> rule) {
        return SortingRuleResponse.of(rule.thing(), new AmountText(rule.currency()));
    }
}
