package io.prorata.adapter.web.page.rows;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Links;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Parties.Choice;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.rows.RowsModel.Effect;
import io.prorata.adapter.web.page.rows.RowsModel.Item;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.ledger.ShowTransactions;
import io.prorata.application.ledger.ShowTransactions.Query;
import io.prorata.application.request.Access;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The list of rows, with boxes to tick and the form that changes many. */
@Singleton
final class RowList {

    static final List<String> TYPES =
            Arrays.stream(ExpenseType.values()).map(Enum::name).toList();

    private static final int LIMIT = 100;

    private final Screens screens;
    private final ShowTransactions showTransactions;
    private final ShowHousehold showHousehold;

    RowList(Screens screens, ShowTransactions showTransactions, ShowHousehold showHousehold) {
        this.screens = screens;
        this.showTransactions = showTransactions;
        this.showHousehold = showHousehold;
    }

    /** Shows the rows that {@code query} asks for, and what a change of many would do. */
    HttpResponse<byte[]> show(
            HttpRequest<?> request, Access access, RowsQuery query, Optional<Place> after, Effect effect) {
        Frame frame = screens.frame(request, access, "rows", "place.rows");
        var found = showTransactions.show(
                access.household(), new Query(query.filter(), query.sorted(), after, LIMIT, 0, false));
        var amounts = new Amounts(frame.words(), found.currency());
        List<Item> items = found.thing().rows().stream()
                .map(entry -> item(
                        frame,
                        amounts,
                        entry.transaction(),
                        effect.chosen().contains(entry.transaction().id())))
                .toList();
        var categories = new TreeSet<String>();
        items.forEach(item -> categories.add(item.category()));
        categories.remove("");
        String next = found.thing()
                .next()
                .map(place -> query.path() + "&key=" + Links.encoded(place.key()) + "&id=" + place.id())
                .orElse("");
        String total = found.thing().total().isPresent()
                ? frame.words().count("rows", found.thing().total().getAsLong())
                : "";
        var model = new RowsModel(
                query,
                total,
                items,
                next,
                Links.encoded(query.path()),
                TYPES,
                List.copyOf(categories),
                splits(access, frame.words(), Optional.empty()),
                effect);
        return screens.show(frame, "rows.jte", model);
    }

    private static Item item(Frame frame, Amounts amounts, Transaction row, boolean ticked) {
        return new Item(
                row.id(),
                row.line().label(),
                frame.words().day(row.line().date()),
                amounts.text(row.line().amount()),
                !row.line().amount().isNegative(),
                Objects.requireNonNullElse(row.classification().category(), ""),
                frame.t("type." + row.classification().type()),
                row.classification().excluded(),
                ticked);
    }

    /** Returns the ways in which a row may divide: equally, all to one, and as it does now if that is another way. */
    List<Choice> splits(Access access, Words words, Optional<LineSplit> now) {
        Household household = showHousehold.show(access.household()).thing().household();
        List<Choice> splits = new ArrayList<>();
        splits.add(new Choice("-", words.of("split.key")));
        splits.add(new Choice("equal", words.of("split.equal")));
        for (Choice member : new Parties(words, household).members()) {
            splits.add(new Choice("member:" + member.key(), words.of("split.member", member.name())));
        }
        now.map(SplitText::of)
                .filter(text -> splits.stream().noneMatch(split -> split.key().equals(text)))
                .ifPresent(text -> splits.add(new Choice(text, words.of("split.own"))));
        return splits;
    }
}
