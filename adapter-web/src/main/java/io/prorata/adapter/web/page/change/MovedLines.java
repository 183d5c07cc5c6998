package io.prorata.adapter.web.page.change;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.ledger.MovedTotals;
import io.prorata.application.ledger.MovedTotals.Moved;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.MemberKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals that a change of rows moves, a line each: month, total, before and after. */
public record MovedLines(Words words, Amounts amounts, Parties parties) {

    /** Returns the lines of {@code household}, in {@code words}. */
    public static MovedLines of(Words words, Household household) {
        return new MovedLines(words, new Amounts(words, household.currency()), new Parties(words, household));
    }

    /** Returns every total that {@code effect} moves. */
    public List<String> all(Effect effect) {
        return effect.totals().stream().map(this::line).toList();
    }

    /** As {@link #all}, without those of subcategories. */
    public List<String> withoutSubcategories(Effect effect) {
        return effect.totals().stream()
                .filter(moved -> moved.total().subcategory() == null)
                .map(this::line)
                .toList();
    }

    private String line(Moved moved) {
        return words.month(moved.month()) + " · " + name(moved.total()) + ": "
                + amounts.text(moved.before().amount()) + " \u2192 "
                + amounts.text(moved.after().amount());
    }

    private String name(MovedTotals.Total total) {
        return switch (total.figure()) {
            case TOTAL_EXPENSES -> words.of("to_pay");
            case NET_AVAILABLE -> words.of("left");
            case MEMBER_TOTAL -> words.of("to_pay") + ", " + member(total.member());
            case EXPENSE_TYPE -> words.of("type." + total.type());
            case CATEGORY -> category(total);
            case SUBCATEGORY -> category(total) + " / " + total.subcategory();
            case BILLS_PAID -> words.of("paid") + ", " + category(total);
            case UNPLANNED -> words.of("unplanned");
        };
    }

    private String member(@Nullable MemberKey member) {
        return member == null ? "" : parties.name(member.text());
    }

    private String category(MovedTotals.Total total) {
        return total.category() == null ? words.of("uncategorised") : total.category();
    }
}
