package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.PlanModel.Moved;
import io.prorata.adapter.web.page.plan.PlanModel.Saving;
import io.prorata.adapter.web.page.plan.PlanModel.Term;
import io.prorata.application.port.Plans;
import io.prorata.application.provision.ShowMovement;
import io.prorata.application.provision.ShowMovements;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.request.Access;
import io.prorata.domain.household.Household;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.Movement.Way;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The provisions of a month as the plan's screen shows and asks for them. */
@Singleton
final class SavingLines {

    static final String TOTAL = "total";
    static final String FIXED = "fixed";
    static final String MEMBER = "member:";

    /** So many movements of a provision are listed. */
    private static final int LATEST = 6;

    private final ShowProvision showProvision;
    private final ShowMovements showMovements;
    private final ShowMovement showMovement;

    SavingLines(ShowProvision showProvision, ShowMovements showMovements, ShowMovement showMovement) {
        this.showProvision = showProvision;
        this.showMovements = showMovements;
        this.showMovement = showMovement;
    }

    /** @param screen the month as the API shows it: its amounts and balances are those here */
    List<Saving> of(Access access, Words words, Household household, Shown screen, YearMonth in) {
        List<Saving> all = new ArrayList<>();
        for (Shown group : screen.at("savings").list("categories")) {
            for (Shown line : group.list("provisions")) {
                all.add(line(access, words, household, line, in));
            }
        }
        return all;
    }

    private Saving line(Access access, Words words, Household household, Shown line, YearMonth in) {
        var shown = showProvision.show(access.household(), line.number("id"));
        Provision provision = shown.thing();
        var amounts = new Amounts(words, household.currency());
        var parties = new Parties(words, household);
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
                Stamps.text(shown.stamp()),
                target == null ? words.of("put_aside", balance) : words.of("of_target", balance, words.amount(target)),
                now.map(held -> mode(held.base())).orElse(""),
                now.map(held -> value(amounts, held.base())).orElse(""),
                now.flatMap(ProvisionTerms::target).map(amounts::plain).orElse(""),
                terms,
                moved(access, words, amounts, provision.id()));
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

    private List<Moved> moved(Access access, Words words, Amounts amounts, long id) {
        return Stream.of(Way.values())
                .flatMap(way -> showMovements.show(access.household(), id, way).thing().stream())
                .sorted(Comparator.comparing(
                                (Plans.Moved moved) -> moved.movement().date())
                        .reversed())
                .limit(LATEST)
                .map(moved -> new Moved(
                        moved.id(),
                        path(moved.movement().way()),
                        words.day(moved.movement().date()),
                        words.signed(amounts.plain(moved.movement().amount())),
                        Stamps.text(showMovement
                                .show(access.household(), id, moved.movement().way(), moved.id())
                                .stamp())))
                .toList();
    }

    static String path(Way way) {
        return switch (way) {
            case CONTRIBUTION -> "contributions";
            case WITHDRAWAL -> "withdrawals";
        };
    }
}
