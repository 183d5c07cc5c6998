package io.prorata.application.ledger;

import io.prorata.application.plan.MemberCheck;
import io.prorata.application.port.Books;
import io.prorata.application.request.PatchField;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.split.LineSplit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a person states of whose business a row is, how it divides, who paid it and what of the plan it names; what is not named stays.
 *
 * @param bill the id of the bill that it pays: it makes the row FIXED, unless the type is stated
 */
public record AttributionEdit(
        Optional<Boolean> common,
        PatchField<LineSplit> split,
        PatchField<Party> payer,
        PatchField<Long> bill,
        PatchField<Long> provision,
        PatchField<MoneySource> source) {

    /** Leaves everything as it is. */
    public static final AttributionEdit NONE = new AttributionEdit(
            Optional.empty(), PatchField.not(), PatchField.not(), PatchField.not(), PatchField.not(), PatchField.not());

    /** Returns the type that this makes of a row, if it makes one. */
    Optional<ExpenseType> type() {
        return bill.named() && bill.value() != null ? Optional.of(ExpenseType.FIXED) : Optional.empty();
    }

    /** Returns the fields that this names; a link makes a row common, which is chosen with it. */
    Set<RowField> chosen() {
        Set<RowField> chosen = EnumSet.noneOf(RowField.class);
        boolean linked = states(bill) || states(provision);
        add(chosen, RowField.COMMON, common.isPresent() || linked);
        add(chosen, RowField.SPLIT, split.named());
        add(chosen, RowField.PAYER, payer.named());
        add(chosen, RowField.LINK, bill.named() || provision.named());
        add(chosen, RowField.SOURCE, source.named());
        return chosen;
    }

    private static void add(Set<RowField> fields, RowField field, boolean isChosen) {
        if (isChosen) {
            fields.add(field);
        }
    }

    /**
     * Returns {@code before} with this edit.
     *
     * @param type of the row after the edit; what it cannot have goes, unless this states it
     * @throws RefusedException if this states what contradicts itself, or what a row of the type cannot have
     */
    Attribution over(Attribution before, ExpenseType type) {
        if (states(bill) && states(provision)) {
            throw broken("/provision_id", "a row names a bill or a provision, not both");
        }
        Optional<PlanLink> link = before.of(type).link();
        if (bill.named() && (bill.value() != null || before.bill().isPresent())) {
            link = Optional.ofNullable(bill.value()).map(PlanLink.Bill::new);
        }
        if (provision.named()
                && (provision.value() != null || before.provision().isPresent())) {
            link = Optional.ofNullable(provision.value()).map(PlanLink.Provision::new);
        }
        boolean linked = states(bill) || states(provision);
        if (linked && common.filter(stated -> !stated).isPresent()) {
            throw broken("/common", "a row that names a bill or a provision is common");
        }
        boolean isCommon = linked || common.orElse(before.common());
        Attribution after = new Attribution(
                isCommon,
                Optional.ofNullable(split.over(before.split().orElse(null))),
                Optional.ofNullable(payer.over(before.payer().orElse(null))),
                isCommon ? link : Optional.empty(),
                Optional.ofNullable(source.over(before.source().orElse(null))));
        if (linked && after.link().filter(named -> named.fits(type)).isEmpty()) {
            throw broken(
                    states(bill) ? "/bill_id" : "/provision_id",
                    states(bill)
                            ? "only a FIXED row names a bill"
                            : "only a FIXED, VARIABLE or PROVISION row names a provision");
        }
        if (states(source) && after.source().filter(named -> named.fits(type)).isEmpty()) {
            throw broken(
                    "/member", "only an INCOME or TRANSFER row names whom it comes from, and only an INCOME everybody");
        }
        return after.of(type);
    }

    /**
     * Checks that all that this names is there.
     *
     * @throws RefusedException naming what is not
     */
    void requireKnown(HouseholdId household, Household settings, Books books) {
        if (split.value() != null) {
            MemberCheck.requireAll(settings, split.value());
        }
        if (payer.value() instanceof Party.One one) {
            MemberCheck.require(settings, one.member(), "/payer");
        }
        if (source.value() instanceof MoneySource.One one) {
            MemberCheck.require(settings, one.member(), "/member");
        }
        Long billId = bill.value();
        if (billId != null && books.plans().fixedExpense(household, billId).isEmpty()) {
            throw broken("/bill_id", "no fixed expense has the id " + billId);
        }
        Long provisionId = provision.value();
        if (provisionId != null
                && books.plans().provision(household, provisionId).isEmpty()) {
            throw broken("/provision_id", "no provision has the id " + provisionId);
        }
    }

    private static boolean states(PatchField<?> field) {
        return field.named() && field.value() != null;
    }

    private static RefusedException broken(String where, String rule) {
        return new RefusedException(new Refusal.BrokenRule(where, rule));
    }
}
