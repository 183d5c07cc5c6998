package io.prorata.adapter.web.page.rules;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.change.PlanLinks;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.application.rule.RuleTerms;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.split.SplitText;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what a form says of a rule. */
record RuleForm(Form form, Amounts amounts) {

    /** No day of a month, and less than any that is refused. */
    private static final long FAR = 99;

    /** @throws io.prorata.adapter.web.problem.ProblemException 400 if it is no rule */
    RuleTerms terms() {
        try {
            return new RuleTerms(form.text("name"), !form.text("on").equals("no"), conditions(), effects());
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    private RuleConditions conditions() {
        return new RuleConditions(
                text("label_contains"),
                text("label_is"),
                text("label_begins"),
                text("label_matches"),
                amount("least"),
                amount("most"),
                text("sign").map(this::received),
                text("account"),
                text("bank_category"),
                day("first_day"),
                day("last_day"));
    }

    private RuleEffects effects() {
        return new RuleEffects(
                text("category"),
                text("subcategory"),
                text("type").map(type -> Form.constant("type", type, ExpenseType.class)),
                text("tags").map(RuleForm::tags),
                form.yesIfSaid("excluded"),
                form.yesIfSaid("common"),
                parsed("split", SplitText::parse),
                parsed("payer", PartyJson::party),
                parsed("link", PlanLinks::parse),
                parsed("source", PartyJson::source));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(form.optional(name));
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parse) {
        return text(name).map(parse);
    }

    private Optional<Money> amount(String name) {
        return text(name).map(_ -> amounts.read(form, name));
    }

    private boolean received(String sign) {
        return switch (sign) {
            case "received" -> true;
            case "spent" -> false;
            default -> throw Form.unreadable("/sign", "one of spent, received");
        };
    }

    private Optional<Integer> day(String name) {
        return text(name).map(_ -> (int) Math.clamp(form.whole(name), -FAR, FAR));
    }

    private static SortedSet<String> tags(String text) {
        var tags = new TreeSet<String>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(Naming::name)
                .forEach(tags::add);
        return tags;
    }
}
