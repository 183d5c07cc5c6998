package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.application.query.SettlementQuery;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.MemberDue;
import io.prorata.domain.settlement.MonthDues;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.settlement.SettlementReport;
import io.prorata.domain.settlement.Transfer;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who owes whom over months.
 *
 * @param since the first month that counts for {@code before}
 * @param members each member's figures, summed over the months
 * @param due the amount that each party still has to pay for the months; negative is to be received; the sum is zero
 * @param before the amount that each party still has to pay for the months from {@code since} up to these
 * @param withoutConfig months without shares, because the household has no member in them
 * @param withoutPot months without dues by plan, because there is no pot
 * @param leftBehind settlements with a pot that does not exist; they are not counted
 * @param beyondPlanEvensOut whether a bill that is less frequent than monthly is in force: amounts beyond the plan even out over its
 *     periods
 * @param transfers the smallest set of payments that brings every due to zero, with {@code include_before} also those of earlier months
 */
@Serdeable.Serializable
record SettlingResponse(
        String from,
        String to,
        String currency,
        String basis,
        String since,
        List<MonthResponse> months,
        Map<String, MemberResponse> members,
        Map<String, String> due,
        Map<String, String> before,
        List<String> withoutConfig,
        List<String> withoutPot,
        List<SettlementLine> leftBehind,
        boolean beyondPlanEvensOut,
        List<TransferResponse> transfers) {

    /**
     * One month.
     *
     * @param pot whether there is a pot
     * @param payerUnknown rows with an unknown payer: they are in no share and in no member's payments
     * @param toConfirm incomes of the pot without a member: they are in no due until a member is stated
     * @param pooledLeft the part of everybody's incomes that is left over and carried to the next month
     */
    @Serdeable.Serializable
    record MonthResponse(
            String month,
            boolean pot,
            Map<String, MemberResponse> members,
            String potPaid,
            String potDue,
            CountResponse payerUnknown,
            CountResponse toConfirm,
            String pooledLeft) {}

    /**
     * The amount that a member has to pay, with its parts.
     *
     * @param beyondPlan the share by the rows less the share by the plan; absent without a pot
     */
    @Serdeable.Serializable
    record MemberResponse(
            String share,
            String pooled,
            String paid,
            String put,
            String settled,
            String due,
            @Nullable String beyondPlan) {}

    /** The number of rows and their sum. */
    @Serdeable.Serializable
    record CountResponse(long count, String total) {}

    /** A settlement that is not counted. */
    @Serdeable.Serializable
    record SettlementLine(long id, String month, String from, String to, String amount) {}

    /**
     * A payment that settles dues.
     *
     * @param settlement the body for {@code POST /settlements} once the payment is made
     */
    @Serdeable.Serializable
    record TransferResponse(String from, String to, String amount, ReadySettlement settlement) {}

    /** A body of {@code POST /settlements}. */
    @Serdeable.Serializable
    record ReadySettlement(String date, String month, String from, String to, String amount) {}

    static SettlingResponse of(SettlementQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        SettlementReport report = view.report();
        List<MemberKey> members =
                view.household().members().stream().map(Member::key).toList();
        return new SettlingResponse(
                report.from().toString(),
                report.to().toString(),
                amounts.currency().getCurrencyCode(),
                report.basis().name().toLowerCase(Locale.ROOT),
                report.since().toString(),
                report.months().stream()
                        .map(month -> month(amounts, report.basis(), month, other(view, month.month())))
                        .toList(),
                totals(amounts, view, members),
                dues(amounts, report.dues(members)),
                dues(amounts, report.before()),
                Months.texts(report.withoutConfig()),
                Months.texts(report.withoutPot()),
                report.leftBehind().stream().map(left -> line(amounts, left)).toList(),
                view.billsOfSeveralMonths(),
                (view.query().withBefore() ? report.transfersWithBefore(members) : report.transfers(members))
                        .stream()
                                .map(transfer -> transfer(amounts, transfer, report.to()))
                                .toList());
    }

    private static Optional<MonthDues> other(SettlementQuery.Content view, YearMonth month) {
        return view.other().months().stream()
                .filter(dues -> dues.month().equals(month))
                .findFirst();
    }

    private static MonthResponse month(AmountText amounts, Basis basis, MonthDues dues, Optional<MonthDues> other) {
        Map<String, MemberResponse> members = new LinkedHashMap<>();
        dues.members()
                .forEach((member, due) -> members.put(
                        member.text(),
                        member(
                                amounts,
                                basis,
                                due,
                                other.map(by -> by.members().getOrDefault(member, MemberDue.NONE)))));
        return new MonthResponse(
                dues.month().toString(),
                dues.hasPot(),
                members,
                amounts.text(dues.potPaid()),
                amounts.text(dues.potDue()),
                count(amounts, dues.payerUnknown()),
                count(amounts, dues.toConfirm()),
                amounts.text(dues.pooledLeft()));
    }

    /** By the rows less by the plan, whichever of them {@code due} is. */
    private static MemberResponse member(AmountText amounts, Basis basis, MemberDue due, Optional<MemberDue> other) {
        return new MemberResponse(
                amounts.text(due.share()),
                amounts.text(due.pooled()),
                amounts.text(due.paid()),
                amounts.text(due.put()),
                amounts.text(due.settled()),
                amounts.text(due.due()),
                other.map(by -> due.share().minus(by.share()))
                        .map(beyond -> basis == Basis.ACTUAL ? beyond : beyond.negated())
                        .map(amounts::text)
                        .orElse(null));
    }

    /** Compared over the months that have both. */
    private static Map<String, MemberResponse> totals(
            AmountText amounts, SettlementQuery.Content view, List<MemberKey> members) {
        SettlementReport report = view.report();
        Map<MemberKey, MemberDue> others = view.other().totals(members);
        boolean comparable = report.months().stream()
                .map(MonthDues::month)
                .toList()
                .equals(view.other().months().stream().map(MonthDues::month).toList());
        Map<String, MemberResponse> totals = new LinkedHashMap<>();
        report.totals(members)
                .forEach((member, due) -> totals.put(
                        member.text(),
                        member(
                                amounts,
                                report.basis(),
                                due,
                                comparable ? Optional.ofNullable(others.get(member)) : Optional.empty())));
        return totals;
    }

    private static Map<String, String> dues(AmountText amounts, Map<Party, Money> dues) {
        Map<String, String> texts = new LinkedHashMap<>();
        dues.forEach((party, due) -> texts.put(PartyJson.write(party), amounts.text(due)));
        return texts;
    }

    private static CountResponse count(AmountText amounts, Statistics rows) {
        return new CountResponse(rows.count(), amounts.text(rows.sum()));
    }

    private static SettlementLine line(AmountText amounts, Settlement settlement) {
        return new SettlementLine(
                settlement.id(),
                settlement.month().toString(),
                PartyJson.write(settlement.from()),
                PartyJson.write(settlement.to()),
                amounts.text(settlement.amount()));
    }

    private static TransferResponse transfer(AmountText amounts, Transfer transfer, YearMonth month) {
        String from = PartyJson.write(transfer.from());
        String to = PartyJson.write(transfer.to());
        String amount = amounts.text(transfer.amount());
        return new TransferResponse(
                from,
                to,
                amount,
                new ReadySettlement(month.atEndOfMonth().toString(), month.toString(), from, to, amount));
    }
}
