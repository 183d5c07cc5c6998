package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.PlanModel.Moved;
import io.prorata.adapter.web.page.plan.PlanModel.Saving;
import io.prorata.adapter.web.page.plan.PlanModel.Term;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.plan.ShowPlan.StampedMovement;
import io.prorata.application.port.Plans;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.Movement.Way;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The provisions of a month as the plan's screen shows and asks for them. */
final class SavingLines {

    static final String TOTAL = "total";
    static final String FIXED = "fixed";
    static final String MEMBER = "member:";

    /** So many movements of a provision are listed. */
    private static final int LATEST = 6;

    private SavingLines() {}

    /** @param screen the month as the API shows it: its amounts and balances are those here */
    static List<Saving> of(Words words, PlanSheet sheet, Shown screen, YearMonth in) {
        List<Saving> all = new ArrayList<>();
        for (Shown group : screen.at("savings").list("categories")) {
            for (Shown line : group.list("provisions")) {
                all.add(line(words, sheet, line, in));
            }
        }
        return all;
    }

    private static Saving line(Words words, PlanSheet sheet, Shown line, YearMonth in) {
        Provision provision = sheet.book().provision(line.number("id")).orElseThrow();
        var amounts = new Amounts(words, sheet.household().currency());
        var parties = new Parties(words, sheet.household());
        Optional<ProvisionTerms> now = provision.terms().at(in);
        List<Term> terms = new ArrayList<>();
        provision
                .terms()
                .entries()
                .forEach(entry -> terms.add(new Term(
                        words.month(entry.from()),
                        entry.terms()
                                .map(held -> said(words, amounts, parties, held))
                                .orElse(words.of("ended")))));
        Collections.reverse(terms);
        String target = line.optional("target");
        String balance = words.amount(line.text("balance"));
        return new Saving(
                provision.id(),
                provision.card().name(),
                words.amount(line.text("monthly_amount")),
                Stamps.text(Objects.requireNonNull(sheet.provisions().get(provision.id()))),
                target == null ? words.of("put_aside", balance) : words.of("of_target", balance, words.amount(target)),
                now.map(held -> mode(held.base())).orElse(""),
                now.map(held -> value(amounts, held.base())).orElse(""),
                now.flatMap(ProvisionTerms::target).map(amounts::plain).orElse(""),
                terms,
                moved(words, amounts, sheet.movements().getOrDefault(provision.id(), List.of())));
    }

    private static String mode(ProvisionBase base) {
        return switch (base) {
            case ProvisionBase.ShareOfAll _ -> TOTAL;
            case ProvisionBase.FixedAmount _ -> FIXED;
            case ProvisionBase.ShareOfOne(var member, Rate _) -> MEMBER + member.text();
            case ProvisionBase.ToTarget _ -> "";
        };
    }

    private static String value(Amounts amounts, ProvisionBase base) {
        return switch (base) {
            case ProvisionBase.ShareOfAll(Rate rate) -> rate.inPercent().toPlainString();
            case ProvisionBase.ShareOfOne(var _, Rate rate) -> rate.inPercent().toPlainString();
            case ProvisionBase.FixedAmount(Money amount) -> amounts.plain(amount);
            case ProvisionBase.ToTarget _ -> "";
        };
    }

    private static String said(Words words, Amounts amounts, Parties parties, ProvisionTerms terms) {
        String said = switch (terms.base()) {
            case ProvisionBase.ShareOfAll(Rate rate) -> words.of("base.total", percent(words, rate));
            case ProvisionBase.ShareOfOne(var member, Rate rate) ->
                words.of("base.member", percent(words, rate), parties.name(member.text()));
            case ProvisionBase.FixedAmount(Money amount) -> words.of("frequency.monthly", amounts.text(amount));
            case ProvisionBase.ToTarget towards -> words.of("base.target", words.month(towards.by()));
        };
        return terms.target()
                .map(target -> said + " \u2192 " + amounts.text(target))
                .orElse(said);
    }

    private static String percent(Words words, Rate rate) {
        return words.percent(rate.inPercent().toPlainString());
    }

    private static List<Moved> moved(Words words, Amounts amounts, List<StampedMovement> movements) {
        return movements.stream()
                .sorted(Comparator.comparing((StampedMovement stamped) ->
                                stamped.moved().movement().date())
                        .reversed())
                .limit(LATEST)
                .map(stamped -> moved(words, amounts, stamped.moved(), stamped.stamp()))
                .toList();
    }

    private static Moved moved(Words words, Amounts amounts, Plans.Moved moved, Stamp stamp) {
        return new Moved(
                moved.id(),
                path(moved.movement().way()),
                words.day(moved.movement().date()),
                words.signed(amounts.plain(moved.movement().amount())),
                Stamps.text(stamp));
    }

    static String path(Way way) {
        return switch (way) {
            case CONTRIBUTION -> "contributions";
            case WITHDRAWAL -> "withdrawals";
        };
    }
}
