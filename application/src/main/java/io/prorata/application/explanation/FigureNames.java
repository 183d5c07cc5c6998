package io.prorata.application.explanation;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.derivation.Origin;
import io.prorata.domain.derivation.Step;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.PlanLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that people gave to what a derivation mentions.
 *
 * @param members all of the household, in order
 * @param bills by id, those mentioned
 * @param provisions by id, those mentioned
 * @param budgets the categories of the mentioned budgets, by id
 */
public record FigureNames(
        Map<MemberKey, String> members,
        SortedMap<Long, String> bills,
        SortedMap<Long, String> provisions,
        SortedMap<Long, String> budgets) {

    static FigureNames of(Snapshot snapshot, Step step) {
        var names = new FigureNames(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (Member member : snapshot.household().members()) {
            names.members.put(member.key(), member.name());
        }
        names.collect(step);
        names.bills.replaceAll((id, none) -> snapshot.book().fixed().stream()
                .filter(bill -> bill.id() == id)
                .findFirst()
                .map(bill -> bill.label())
                .orElse(none));
        names.provisions.replaceAll((id, none) -> snapshot.book()
                .provision(id)
                .map(provision -> provision.card().name())
                .orElse(none));
        names.budgets.replaceAll((id, none) -> snapshot.book().budgets().stream()
                .filter(budget -> budget.id() == id)
                .findFirst()
                .map(budget -> budget.category())
                .orElse(none));
        return names;
    }

    private void collect(Step step) {
        switch (step) {
            case Step.Stated stated -> collect(stated.origin());
            case Step.Scheduled scheduled -> provisions.put(scheduled.provision(), "");
            case Step.Rows rows -> rows.selection().link().wanted().ifPresent(this::collect);
            case Step.StatedByRows rows -> rows.selection().link().wanted().ifPresent(this::collect);
            case Step.Sum _,
                    Step.Difference _,
                    Step.Net _,
                    Step.ShareOf _,
                    Step.MonthlyPart _,
                    Step.Towards _,
                    Step.Min _,
                    Step.Max _,
                    Step.Percent _,
                    Step.Figure _,
                    Step.Transfer _,
                    Step.Allocate _,
                    Step.Row _ -> step.parts().forEach(this::collect);
        }
    }

    private void collect(Origin origin) {
        switch (origin.kind()) {
            case BILL -> bills.put(origin.id(), "");
            case PROVISION, CONTRIBUTION, WITHDRAWAL -> provisions.put(origin.id(), "");
            case BUDGET -> budgets.put(origin.id(), "");
            case CONFIG, SETTLEMENT -> {}
        }
    }

    private void collect(PlanLink link) {
        (link instanceof PlanLink.Bill ? bills : provisions).put(link.id(), "");
    }
}
