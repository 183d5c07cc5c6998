package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.sorting.CategorySuggestions.Suggestion;
import java.util.List;

/**
 * Rules that are proposed.
 *
 * @param suggestions those of most rows first
 */
@Serdeable.Serializable
record SuggestionsResponse(List<SuggestionResponse> suggestions) {

    /**
     * A rule that is proposed.
     *
     * @param payee the label of its rows without digits, dates and card numbers
     * @param rows the number of rows that people gave the category
     * @param rule a body for {@code POST /rules}
     */
    @Serdeable.Serializable
    record SuggestionResponse(String payee, long rows, SortingRuleResponse rule) {}

    static SuggestionsResponse of(ReadResult<List<Suggestion>> shown) {
        var amounts = new AmountText(shown.currency());
        return new SuggestionsResponse(shown.thing().stream()
                .map(one ->
                        new SuggestionResponse(one.payee(), one.rows(), SortingRuleResponse.of(one.rule(), amounts)))
                .toList());
    }
}
