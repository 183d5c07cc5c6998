package io.prorata.adapter.web.page.rules;

import io.prorata.adapter.web.page.change.PlanLinks;
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Parties.Choice;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.rules.RuleModel.RuleChoices;
import io.prorata.domain.account.Account;
import io.prorata.domain.ledger.ExpenseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the lists from which the form of a rule chooses. */
final class RuleLists {

    private RuleLists() {}

    /** @param chosen what the form has: a split of its own stays among those to choose from */
    static RuleChoices of(RowWords rows, RuleFields chosen) {
        Words words = rows.words();
        Parties parties = rows.parties();
        List<Choice> splits = beginning(words);
        splits.add(new Choice("key", words.of("split.key")));
        splits.add(new Choice("equal", words.of("split.equal")));
        parties.members()
                .forEach(member ->
                        splits.add(new Choice("member:" + member.key(), words.of("split.member", member.name()))));
        keep(splits, chosen.of("split"), words.of("split.own"));
        List<Choice> payers = beginning(words);
        payers.addAll(parties.all());
        List<Choice> links = beginning(words);
        links.addAll(PlanLinks.all(rows.plan()));
        List<Choice> sources = beginning(words);
        sources.add(new Choice("everybody", words.of("source.everybody")));
        sources.addAll(parties.members());
        return new RuleChoices(
                Arrays.stream(ExpenseType.values()).map(Enum::name).toList(),
                splits,
                payers,
                links,
                sources,
                rows.plan().accounts().described().stream().map(Account::name).toList());
    }

    private static List<Choice> beginning(Words words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.of("stays")));
        return choices;
    }

    private static void keep(List<Choice> choices, String chosen, String name) {
        if (choices.stream().noneMatch(choice -> choice.key().equals(chosen))) {
            choices.add(new Choice(chosen, name));
        }
    }
}
