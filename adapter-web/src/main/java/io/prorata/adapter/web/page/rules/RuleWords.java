package io.prorata.adapter.web.page.rules;

import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.money.Money;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule asks of rows and what it chooses of them, in words. */
record RuleWords(RowWords rows) {

    private static final int FIRST_DAY = 1;
    private static final int LAST_DAY = 31;

    private Words words() {
        return rows.words();
    }

    /** Returns the conditions; all of them have to hold. */
    List<String> conditions(RuleConditions conditions) {
        List<String> said = new ArrayList<>();
        say(said, "rule.contains", conditions.contains());
        say(said, "rule.is", conditions.equalTo());
        say(said, "rule.begins", conditions.beginsWith());
        say(said, "rule.matches", conditions.matches());
        amounts(said, conditions.least(), conditions.most());
        conditions.received().ifPresent(received -> said.add(words().of(received ? "rule.received" : "rule.spent")));
        say(said, "rule.account", conditions.account());
        say(said, "rule.bank_category", conditions.bankCategory());
        if (conditions.firstDay().isPresent() || conditions.lastDay().isPresent()) {
            said.add(words().of(
                            "rule.days",
                            conditions.firstDay().orElse(FIRST_DAY),
                            conditions.lastDay().orElse(LAST_DAY)));
        }
        return said;
    }

    private void amounts(List<String> said, Optional<Money> least, Optional<Money> most) {
        if (least.isPresent() && most.isPresent()) {
            said.add(words().of(
                            "rule.between",
                            rows.amounts().text(least.get()),
                            rows.amounts().text(most.get())));
        } else {
            say(said, "rule.least", least.map(rows.amounts()::text));
            say(said, "rule.most", most.map(rows.amounts()::text));
        }
    }

    private void say(List<String> said, String text, Optional<String> value) {
        value.ifPresent(it -> said.add(words().of(text, it)));
    }

    /** Returns the effects, in the order of the fields of a row. */
    List<String> effects(RuleEffects effects) {
        List<String> said = new ArrayList<>();
        add(said, RowField.CATEGORY, effects.category());
        add(said, RowField.SUBCATEGORY, effects.subcategory());
        add(said, RowField.TYPE, effects.type().map(type -> words().of("type." + type)));
        add(said, RowField.TAGS, effects.tags().map(tags -> String.join(", ", tags)));
        add(said, RowField.EXCLUDED, effects.excluded().map(rows::yesNo));
        add(said, RowField.COMMON, effects.common().map(rows::yesNo));
        add(said, RowField.SPLIT, effects.split().map(rows::split));
        add(said, RowField.PAYER, effects.payer().map(rows::party));
        add(said, RowField.LINK, effects.link().map(rows::link));
        add(said, RowField.SOURCE, effects.source().map(rows::source));
        return said;
    }

    private void add(List<String> said, RowField field, Optional<String> value) {
        value.ifPresent(it -> said.add(rows.field(field) + ": " + it));
    }
}
