package io.prorata.application.imports;

import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.imports.ImportMatcher.Placed;
import io.prorata.application.ledger.KnownNames;
import io.prorata.application.port.Books;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.application.sorting.RowSorting;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.LearntLinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What becomes of new lines of a bank file: rows with their categories, types and links. */
final class ArrivingRows {

    /** So many rows that name something are learnt from, the latest. */
    private static final int MOST_LINKED = 5_000;

    private final PlanBook plan;
    private final Typing typing;
    private final LearntLinks learnt;
    private final KnownNames names;
    private final RowSorting sorting;

    ArrivingRows(HouseholdId household, Books books, PlanBook plan) {
        this.plan = plan;
        this.typing = books.mappings().get(household).typing();
        this.learnt = new LearntLinks(books.ledger().linked(household, MOST_LINKED), plan.fixed());
        this.names = KnownNames.ofCategories(household, books.ledger());
        this.sorting = RowSorting.of(
                typing,
                plan.accounts(),
                HouseholdRules.of(household, books, plan.accounts()),
                books.ledger().categoryUse(household));
    }

    /** Returns how rows are sorted. */
    RowSorting sorting() {
        return sorting;
    }

    /** Lines that are compared together are sorted together: which come first decides nothing. */
    List<Placed> placed(List<Accepted> lines) {
        List<Transaction> rows =
                sorting.arrived(lines.stream().map(this::arriving).toList());
        List<Placed> placed = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            placed.add(new Placed(lines.get(i), rows.get(i)));
        }
        return placed;
    }

    /** Returns the row of a line before it is sorted. */
    private Transaction arriving(Accepted line) {
        KnownNames.Names named = names.named(line.category(), line.subcategory());
        var arrived = new Transaction(
                0,
                line.bank(),
                new Classification(
                        typing.of(line.bank().amount(), named.category(), named.subcategory()),
                        named.category(),
                        named.subcategory(),
                        false),
                TypedBy.RULE,
                Collections.emptySortedSet());
        Transaction linked = learnt.applied(arrived);
        return linked.equals(arrived)
                ? arrived.with(plan.accounts()
                        .onArrival(
                                line.bank().account(), arrived.classification().type(), arrived.month()))
                : linked;
    }
}
