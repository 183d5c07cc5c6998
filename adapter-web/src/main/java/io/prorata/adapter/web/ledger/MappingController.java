package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.ShowMappings;
import io.prorata.application.request.Access;
import io.prorata.domain.mapping.CategoryMapping;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The household's classification of the bank's categories. */
@Controller("/category-mappings")
@ExecuteOn(TaskExecutors.BLOCKING)
class MappingController {

    private final ShowMappings showMappings;
    private final KeepMappings keepMappings;
    private final ApplyMappings applyMappings;
    private final IdempotencyKeys once;

    MappingController(
            ShowMappings showMappings, KeepMappings keepMappings, ApplyMappings applyMappings, IdempotencyKeys once) {
        this.showMappings = showMappings;
        this.keepMappings = keepMappings;
        this.applyMappings = applyMappings;
        this.once = once;
    }

    @Serdeable.Serializable
    record MappingResponse(List<RuleResponse> rules) {
        static MappingResponse of(CategoryMapping mapping) {
            return new MappingResponse(mapping.rules().stream()
                    .map(rule -> new RuleResponse(rule.category(), rule.type().name()))
                    .toList());
        }
    }

    @Serdeable.Serializable
    record RuleResponse(String category, String expenseType) {}

    /** @param rows the number of rows that got another type */
    @Serdeable.Serializable
    record AppliedResponse(long rows, List<String> months) {}

    /** Get the category mapping. Its rules give an expense type to transactions without a type chosen by a person. */
    @Get
    @GivesRows("rules")
    HttpResponse<MappingResponse> show(HttpRequest<?> request, Access access) {
        return Answers.shown(
                request, showMappings.show(access.household()), mapping -> MappingResponse.of(mapping.thing()));
    }

    /** Replace the category mapping. All its rules: {@code {"rules": [{"category": "Courses", "expense_type": "VARIABLE"}]}}. */
    @Put
    HttpResponse<MappingResponse> keep(HttpRequest<?> request, Access access, @Body @Valid MappingRequest body) {
        var kept =
                keepMappings.keep(access.household(), access.actor(), Preconditions.expected(request), body.mapping());
        return Answers.changed(kept, MappingResponse.of(kept.result()));
    }

    /** Apply the category mapping. To all transactions; a type that a person chose stays. */
    @Post("/apply")
    @Consumes(MediaType.ALL)
    HttpResponse<AppliedResponse> apply(HttpRequest<?> request, Access access, @Body @Nullable String body) {
        return once.answerWithoutContent(request, access, body, actor -> {
            var applied = applyMappings.apply(access.household(), actor);
            return Answers.done(
                    applied,
                    new AppliedResponse(
                            applied.result().rows(),
                            applied.result().months().stream()
                                    .map(Object::toString)
                                    .toList()));
        });
    }
}
