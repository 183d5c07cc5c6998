package io.prorata.application.query;

import io.prorata.application.view.PageRequest;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.SubcategoryTotal;
import io.prorata.domain.ledger.Transaction;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One level below a month's category.
 *
 * @param after the place after which transactions begin; then there is no offset
 */
public record DrillDownQuery(
        YearMonth month,
        ExpenseType type,
        CategoryChoice category,
        Level level,
        int limit,
        long offset,
        Optional<Place> after)
        implements ViewQuery {

    static final ViewType TYPE = ViewType.detail(
            "drill-down",
            KeyPattern.TRANSACTIONS,
            DrillDownQuery::read,
            month -> new DrillDownQuery(
                    month,
                    ExpenseType.VARIABLE,
                    new CategoryChoice.Every(),
                    Level.SUMMARY,
                    Page.USUAL,
                    0,
                    Optional.empty()));

    /** How deep. */
    public enum Level {
        /** The categories chosen, a row each. */
        SUMMARY,
        /** Their subcategories. */
        DETAILS,
        /** Their transactions. */
        TRANSACTIONS
    }

    /**
     * What it shows.
     *
     * @param statistics of all pages together
     */
    public record Content(Household household, DrillDownQuery query, Statistics statistics, Rows rows)
            implements View {}

    /** What a level lists. */
    public sealed interface Rows {

        Page<?> page();

        record OfCategories(Page<CategoryTotal> page) implements Rows {}

        record OfSubcategories(Page<InCategory> page) implements Rows {}

        record OfTransactions(Page<Transaction> page) implements Rows {}

        /** A subcategory, and the category it is in. */
        record InCategory(@Nullable String category, SubcategoryTotal total) {}
    }

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return ViewParameters.list(month, type, category) + "&level=" + level + "&limit=" + limit + "&offset=" + offset
                + after.map(place -> "&after=" + place.id() + "," + ViewParameters.encoded(place.key()))
                        .orElse("");
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new DrillDownQuery(other, type, category, level, limit, 0, Optional.empty());
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofLedgers(Set.of(month));
    }

    @Override
    public SnapshotRequest request() {
        SnapshotRequest wanted = SnapshotRequest.of(scopes()).withCategories();
        return level == Level.TRANSACTIONS
                ? wanted.withPage(new PageRequest(month, type, category, after, offset, limit + 1))
                : wanted;
    }

    @Override
    public View answer(Snapshot snapshot) {
        KnownCategories.require(category, snapshot.categories());
        MonthFacts facts = snapshot.facts(month);
        CategoryChoice named = facts.spelled(category);
        MonthFacts chosen = facts.only(EnumSet.of(type), named);
        var spelled = new DrillDownQuery(month, type, named, level, limit, offset, after);
        return new Content(snapshot.household(), spelled, chosen.all(), rows(snapshot, chosen));
    }

    /** Returns the name of the list of transactions that is paged through, to which a cursor belongs. */
    public static String list(YearMonth month, ExpenseType type, CategoryChoice category) {
        return ViewParameters.list(month, type, category.folded());
    }

    private static ViewQuery read(ViewParameters parameters) {
        return new DrillDownQuery(
                parameters.month(),
                parameters.type(),
                parameters.category(),
                Level.valueOf(parameters.required("level")),
                Integer.parseInt(parameters.required("limit")),
                Long.parseLong(parameters.required("offset")),
                parameters.place("after"));
    }

    private Rows rows(Snapshot snapshot, MonthFacts chosen) {
        return switch (level) {
            case SUMMARY -> new Rows.OfCategories(Page.of(chosen.categories(), limit, offset));
            case DETAILS ->
                new Rows.OfSubcategories(Page.of(
                        chosen.categories().stream()
                                .flatMap(found -> found.subcategories().stream()
                                        .map(total -> new Rows.InCategory(found.category(), total)))
                                .toList(),
                        limit,
                        offset));
            case TRANSACTIONS -> {
                OptionalLong before = after.isPresent() ? OptionalLong.empty() : OptionalLong.of(offset);
                yield new Rows.OfTransactions(
                        Page.of(snapshot, list(month, type, category), limit, before, chosen.count()));
            }
        };
    }
}
