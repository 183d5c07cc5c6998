package io.prorata.adapter.web.page.rules;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.change.PlanLinks;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.SplitText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as the texts of a form; what is empty is not stated.
 *
 * @param texts by the names of the fields, as the form has them; none is that of a method of a form in a browser, such as {@code matches}
 */
public record RuleFields(Map<String, String> texts) {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** A new rule, which runs. */
    static final RuleFields NEW = new RuleFields(Map.of("on", YES));

    /** The names of the fields, in the order of the form. */
    private static final List<String> NAMES = List.of(
            "name",
            "on",
            "label_contains",
            "label_is",
            "label_begins",
            "label_matches",
            "least",
            "most",
            "sign",
            "account",
            "bank_category",
            "first_day",
            "last_day",
            "category",
            "subcategory",
            "type",
            "tags",
            "excluded",
            "common",
            "split",
            "payer",
            "link",
            "source");

    /** Returns the text of the field {@code name}; empty if it has none. */
    public String of(String name) {
        return texts.getOrDefault(name, "");
    }

    static RuleFields of(Form form) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (!form.text(name).isEmpty()) {
                texts.put(name, form.text(name));
            }
        }
        return new RuleFields(texts);
    }

    static RuleFields of(SortingRule rule, Amounts amounts) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", rule.name());
        texts.put("on", rule.on() ? YES : NO);
        conditions(rule.conditions(), amounts, texts);
        effects(rule.effects(), texts);
        return new RuleFields(texts);
    }

    private static void conditions(RuleConditions conditions, Amounts amounts, Map<String, String> texts) {
        put(texts, "label_contains", conditions.contains());
        put(texts, "label_is", conditions.equalTo());
        put(texts, "label_begins", conditions.beginsWith());
        put(texts, "label_matches", conditions.matches());
        put(texts, "least", conditions.least().map(amounts::plain));
        put(texts, "most", conditions.most().map(amounts::plain));
        put(texts, "sign", conditions.received().map(received -> received ? "received" : "spent"));
        put(texts, "account", conditions.account());
        put(texts, "bank_category", conditions.bankCategory());
        put(texts, "first_day", conditions.firstDay().map(String::valueOf));
        put(texts, "last_day", conditions.lastDay().map(String::valueOf));
    }

    private static void effects(RuleEffects effects, Map<String, String> texts) {
        put(texts, "category", effects.category());
        put(texts, "subcategory", effects.subcategory());
        put(texts, "type", effects.type().map(ExpenseType::name));
        put(texts, "tags", effects.tags().map(tags -> String.join(", ", tags)));
        put(texts, "excluded", effects.excluded().map(RuleFields::yesNo));
        put(texts, "common", effects.common().map(RuleFields::yesNo));
        put(texts, "split", effects.split().map(SplitText::of));
        put(texts, "payer", effects.payer().map(PartyJson::write));
        put(texts, "link", effects.link().map(PlanLinks::text));
        put(texts, "source", effects.source().map(PartyJson::write));
    }

    private static String yesNo(boolean it) {
        return it ? YES : NO;
    }

    private static void put(Map<String, String> texts, String name, Optional<String> value) {
        value.ifPresent(text -> texts.put(name, text));
    }
}
