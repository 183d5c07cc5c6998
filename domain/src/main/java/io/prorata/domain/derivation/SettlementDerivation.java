package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.MemberDue;
import io.prorata.domain.settlement.MonthDues;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.settlement.SettlementReport;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How every figure of settling up over a range of months came about (formulas 15 and 16), by the JSON pointers (RFC 6901) of the view. What
 * earlier months add is a figure of their own; a transfer is explained by the dues that it settles.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f16">Formula 16, transfers</a>
 */
public final class SettlementDerivation {

    /** The parts of a member's due, by the names that the view shows them by. */
    private static final Map<String, Function<MemberDue, Money>> PARTS = parts();

    private final PlanBook book;
    private final List<MemberKey> members;
    private final SettlementReport report;
    private final SettlementReport.Known known;
    private final List<MonthDues> all;
    private final Map<YearMonth, List<Settlement>> counted;
    private final Map<YearMonth, MonthDues> others = new LinkedHashMap<>();
    private final Map<String, Step> figures = new LinkedHashMap<>();

    private SettlementDerivation(
            PlanBook book, List<MemberKey> members, SettlementReport report, SettlementReport.Known known) {
        this.book = book;
        this.members = members;
        this.report = report;
        this.known = known;
        all = SettlementReport.of(book, members, report.basis(), report.since(), report.to(), known)
                .months();
        counted = known.counted(book);
        Basis other = report.basis() == Basis.PLAN ? Basis.ACTUAL : Basis.PLAN;
        SettlementReport.of(book, members, other, report.from(), report.to(), known)
                .months()
                .forEach(month -> others.put(month.month(), month));
    }

    private static Map<String, Function<MemberDue, Money>> parts() {
        Map<String, Function<MemberDue, Money>> parts = new LinkedHashMap<>();
        parts.put("share", MemberDue::share);
        parts.put("pooled", MemberDue::pooled);
        parts.put("paid", MemberDue::paid);
        parts.put("put", MemberDue::put);
        parts.put("settled", MemberDue::settled);
        parts.put("due", MemberDue::due);
        return parts;
    }

    /**
     * Returns the derivation of every figure by its pointer.
     *
     * @param book from which {@code report} was made, of {@code known}
     * @param members of the household, in order, present or not
     * @param withBefore whether the transfers settle what is left of earlier months too
     */
    public static Map<String, Step> of(
            PlanBook book,
            List<MemberKey> members,
            SettlementReport report,
            boolean withBefore,
            SettlementReport.Known known) {
        var derivation = new SettlementDerivation(book, members, report, known);
        derivation.derive();
        derivation.figures.putAll(new TransferSteps(members, report, withBefore, derivation.view()).figures());
        return Collections.unmodifiableMap(derivation.figures);
    }

    private ExplainedView view() {
        return new ExplainedView.Settlement(report.from(), report.basis());
    }

    private void derive() {
        for (int i = 0; i < report.months().size(); i++) {
            month("/months/" + i, report.months().get(i));
        }
        totals();
        before();
        for (int i = 0; i < report.leftBehind().size(); i++) {
            figures.put(
                    "/left_behind/" + i + "/amount",
                    DueSteps.stated(report.leftBehind().get(i)));
        }
    }

    private void month(String at, MonthDues dues) {
        YearMonth month = dues.month();
        var steps = new DueSteps(
                book,
                book.at(month),
                known.facts().getOrDefault(month, MonthFacts.NONE),
                members,
                report.basis(),
                counted.getOrDefault(month, List.of()),
                carried(month));
        for (MemberKey member : members) {
            String of = at + "/members/" + member;
            figures.put(of + "/share", steps.share(member));
            figures.put(of + "/pooled", steps.pooled(member));
            figures.put(of + "/paid", steps.paid(member));
            figures.put(of + "/put", steps.put(member));
            figures.put(of + "/settled", steps.settled(member));
            figures.put(of + "/due", steps.due(member));
            if (others.containsKey(month)) {
                figures.put(of + "/beyond_plan", steps.beyondPlan(member));
            }
        }
        figures.put(at + "/pot_paid", steps.potPaid());
        figures.put(at + "/pot_due", steps.potDue());
        figures.put(at + "/payer_unknown/total", steps.payerUnknown());
        figures.put(at + "/to_confirm/total", steps.toConfirm());
        figures.put(at + "/pooled_left", steps.pooledLeft());
    }

    /** What was left over of everybody's incomes in the last earlier month that has a pot; empty if there is none. */
    private Optional<Step> carried(YearMonth month) {
        return all.stream()
                .filter(earlier -> earlier.month().isBefore(month) && earlier.hasPot())
                .reduce((one, later) -> later)
                .map(earlier -> figure(earlier.month(), "/pooled_left", earlier.pooledLeft()));
    }

    /** A figure of one month: of the range up to it if it is one of the range, else of the month alone. */
    private Step figure(YearMonth month, String pointer, Money value) {
        YearMonth from = month.isBefore(report.from()) ? month : report.from();
        long place = all.stream()
                .filter(one -> !one.month().isBefore(from) && one.month().isBefore(month))
                .count();
        return new Step.Figure(
                new ExplainedView.Settlement(from, report.basis()), month, "/months/" + place + pointer, value.minor());
    }

    /** The sum over the range: earlier months by their own figures, the last one in full. */
    private Step sum(String pointer, Function<MonthDues, Money> value) {
        List<Step> parts = new ArrayList<>();
        for (int i = 0; i < report.months().size(); i++) {
            MonthDues month = report.months().get(i);
            parts.add(
                    month.month().equals(report.to())
                            ? Objects.requireNonNull(figures.get("/months/" + i + pointer))
                            : figure(month.month(), pointer, value.apply(month)));
        }
        return parts.size() == 1 ? parts.get(0) : new Step.Sum(parts);
    }

    private void totals() {
        boolean comparable =
                report.months().stream().map(MonthDues::month).toList().equals(List.copyOf(others.keySet()));
        for (MemberKey member : members) {
            String of = "/members/" + member;
            PARTS.forEach((part, value) ->
                    figures.put(of + "/" + part, sum(of + "/" + part, month -> value.apply(due(month, member)))));
            if (comparable) {
                figures.put(of + "/beyond_plan", sum(of + "/beyond_plan", month -> beyondPlan(month, member)));
            }
            figures.put("/due/" + member, Objects.requireNonNull(figures.get(of + "/due")));
        }
        figures.put("/due/" + Party.POT, sum("/pot_due", MonthDues::potDue));
    }

    private Money beyondPlan(MonthDues month, MemberKey member) {
        Money other =
                due(Objects.requireNonNull(others.get(month.month())), member).share();
        Money beyond = due(month, member).share().minus(other);
        return report.basis() == Basis.ACTUAL ? beyond : beyond.negated();
    }

    private static MemberDue due(MonthDues month, MemberKey member) {
        return month.members().getOrDefault(member, MemberDue.NONE);
    }

    private void before() {
        List<MonthDues> earlier = all.stream()
                .filter(month -> month.month().isBefore(report.from()))
                .toList();
        for (MemberKey member : members) {
            figures.put(
                    "/before/" + member,
                    new Step.Sum(earlier.stream()
                            .map(month -> figure(
                                    month.month(),
                                    "/members/" + member + "/due",
                                    due(month, member).due()))
                            .toList()));
        }
        figures.put(
                "/before/" + Party.POT,
                new Step.Sum(earlier.stream()
                        .map(month -> figure(month.month(), "/pot_due", month.potDue()))
                        .toList()));
    }
}
