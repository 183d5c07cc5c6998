package io.prorata.adapter.web.page.rows;

import io.prorata.adapter.web.page.change.PlanLinks;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Parties.Choice;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be chosen of a row: who paid it, the bill or provision that it names, and whom it comes from. Each begins with nothing.
 *
 * @param links bills and provisions of any month, because rows may be of any
 */
public record RowChoices(List<Choice> payers, List<Choice> links, List<Choice> sources) {

    static RowChoices of(Words words, PlanSheet plan) {
        var parties = new Parties(words, plan.household());
        List<Choice> payers = new ArrayList<>();
        payers.add(new Choice("", words.of("payer.account")));
        payers.addAll(parties.all());
        List<Choice> sources = new ArrayList<>();
        sources.add(new Choice("", words.of("source.nobody")));
        sources.add(new Choice("everybody", words.of("source.everybody")));
        sources.addAll(parties.members());
        List<Choice> links = new ArrayList<>();
        links.add(new Choice("", words.of("link.none")));
        links.addAll(PlanLinks.all(plan.book()));
        return new RowChoices(payers, links, sources);
    }
}
