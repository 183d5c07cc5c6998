package io.prorata.adapter.web.page.change;

import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.sorting.SortingRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of categories that a change replaces in bills, provisions, budgets, rules and the mapping, a line each. */
public record NameWords(Words words, PlanBook plan, List<SortingRule> rules) {

    /** Returns the lines of {@code names}, in their order. */
    public List<String> lines(List<NameChange> names) {
        return names.stream().map(this::line).toList();
    }

    private String line(NameChange change) {
        String key = spoken(change.key());
        return switch (change.thing()) {
            case BILL -> moved("named.bill", bill(key), change);
            case BILL_PAYER -> moved("named.bill_payer", bill(key), change);
            case PROVISION ->
                moved(
                        "named.provision",
                        name(
                                key,
                                plan.provisions().stream(),
                                one -> one.id(),
                                one -> one.card().name()),
                        change);
            case BUDGET ->
                moved("named.budget", name(key, plan.budgets().stream(), Budget::id, Budget::category), change);
            case MEMBER -> moved("named.member", key, change);
            case SORTING_RULE ->
                moved("named.rule", name(key, rules.stream(), SortingRule::id, SortingRule::name), change);
            case RULE ->
                words.of("named.mapping", key) + ": " + type(change.before()) + " \u2192 " + type(change.after());
            case ALIAS ->
                change.after() == null
                        ? words.of("named.no_alias", key)
                        : words.of("named.alias", key, spoken(change.after()));
        };
    }

    private String moved(String text, String name, NameChange change) {
        return words.of(text, name) + ": " + value(change.before()) + " \u2192 " + value(change.after());
    }

    private String bill(String key) {
        return name(key, plan.fixed().stream(), one -> one.id(), one -> one.label());
    }

    private static <T> String name(String key, Stream<T> all, Function<T, Long> id, Function<T, String> name) {
        return all.filter(one -> key.equals(Long.toString(id.apply(one))))
                .map(name)
                .findFirst()
                .orElse(key);
    }

    private String value(@Nullable String name) {
        return name == null ? words.of("nothing") : spoken(name);
    }

    private String type(@Nullable String type) {
        return type == null ? words.of("nothing") : words.of("type." + type);
    }

    /** A category and its subcategory are kept in two lines. */
    private static String spoken(String name) {
        return name.replace("\n", " / ");
    }
}
