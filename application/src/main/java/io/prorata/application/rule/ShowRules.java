package io.prorata.application.rule;

import io.prorata.application.port.Rules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.SortingRule;
import java.util.List;

/** Shows the rules that sort rows, in order. */
public final class ShowRules {

    private final UnitOfWork work;

    public ShowRules(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<List<SortingRule>> show(HouseholdId household) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.rules().all(household).stream()
                                .map(Rules.Entry::rule)
                                .toList(),
                        books.revisions().stampOf(household, RuleLookup.SCOPES)));
    }
}
