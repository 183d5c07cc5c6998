package io.prorata.adapter.web.page.month;

import io.prorata.adapter.web.page.frame.Bars;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.ViewReader;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.month.Chart.Bar;
import io.prorata.adapter.web.page.month.Chart.Piece;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.request.Access;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Draws months beside each other, from the kept view of each. */
@Singleton
final class ChartBuilder {

    private static final int WIDE = 46;
    private static final int GAP = 2;

    private final ViewReader views;

    ChartBuilder(ViewReader views) {
        this.views = views;
    }

    /** @param now the month that is marked */
    Chart of(Access access, Words words, YearMonth first, YearMonth last, YearMonth now) {
        List<Shown> months = new ArrayList<>();
        String most = "1";
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            Shown shown = views.show(access, new SlimSummaryQuery(month));
            months.add(shown);
            Shown summary = shown.at("summary");
            most = Bars.larger(
                    most,
                    Bars.sum(
                            summary.text("total_fixed"),
                            summary.text("total_provisions"),
                            summary.text("total_variable")));
        }
        List<Bar> bars = new ArrayList<>();
        for (Shown shown : months) {
            bars.add(bar(words, shown, most, bars.size() * WIDE + 8, now));
        }
        return new Chart(words.of("chart.title", words.month(first), words.month(last)), bars);
    }

    private static Bar bar(Words words, Shown shown, String most, int x, YearMonth now) {
        Shown summary = shown.at("summary");
        YearMonth month = YearMonth.parse(shown.text("month"));
        int bottom = Chart.HEIGHT + 10;
        Piece bills = piece(words, summary.text("total_fixed"), most, bottom);
        Piece provisions = piece(words, summary.text("total_provisions"), most, top(bills, bottom));
        Piece spending = piece(words, summary.text("total_variable"), most, top(provisions, top(bills, bottom)));
        return new Bar(
                words.shortMonth(month),
                words.month(month),
                "/months/" + month,
                x,
                month.equals(now),
                bills,
                provisions,
                spending,
                words.amount(summary.text("total_expenses")));
    }

    private static int top(Piece piece, int below) {
        return piece.height() == 0 ? below : piece.y() - GAP;
    }

    private static Piece piece(Words words, String amount, String most, int bottom) {
        int height = Bars.length(amount, most, Chart.HEIGHT - 2 * GAP);
        return new Piece(bottom - height, height, words.amount(amount));
    }
}
