package io.prorata.adapter.web.page.month;

import io.prorata.adapter.web.page.frame.Bars;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.month.YearModel.Series;
import java.util.ArrayList;
import java.util.List;

/** Draws categories through the months. */
final class SeriesBuilder {

    private static final int STEP = 10;
    private static final int HEIGHT = 24;

    private SeriesBuilder() {}

    static List<Series> of(Words words, Shown analytics) {
        List<Series> all = new ArrayList<>();
        for (Shown category : analytics.list("categories")) {
            List<Shown> series = category.list("series");
            String most = "1";
            for (Shown point : series) {
                most = Bars.larger(most, point.text("total_amount"));
            }
            var points = new StringBuilder();
            List<String> amounts = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                String amount = series.get(i).text("total_amount");
                points.append(i * STEP)
                        .append(',')
                        .append(HEIGHT + 1 - Bars.length(amount, most, HEIGHT))
                        .append(' ');
                amounts.add(words.amount(amount));
            }
            all.add(new Series(
                    category.optional("category") == null ? words.of("uncategorised") : category.text("category"),
                    words.amount(category.text("total_amount")),
                    words.count("rows", category.number("transaction_count")),
                    points.toString().strip(),
                    amounts));
        }
        return all;
    }
}
