package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import java.util.Optional;

/** Reads what a form says of a provision. */
record SavingForm(Form form, Amounts amounts) {

    /** Returns new terms, divided by the household's key. */
    ProvisionTerms terms() {
        return new ProvisionTerms(base(), new LineSplit.ByKey(), target());
    }

    /** Returns {@code before} with another amount and target; where its amount is one that a form cannot state, it stays. */
    ProvisionTerms over(ProvisionTerms before) {
        return new ProvisionTerms(
                form.text("mode").isEmpty() ? before.base() : base(),
                before.split(),
                target(),
                before.stopAtTarget(),
                before.accrues());
    }

    private ProvisionBase base() {
        String mode = form.text("mode");
        try {
            if (mode.equals(SavingLines.FIXED)) {
                return new ProvisionBase.FixedAmount(amounts.read(form, "value"));
            }
            if (mode.startsWith(SavingLines.MEMBER)) {
                return new ProvisionBase.ShareOfOne(
                        new MemberKey(mode.substring(SavingLines.MEMBER.length())), amounts.rate(form, "value"));
            }
            if (mode.equals(SavingLines.TOTAL)) {
                return new ProvisionBase.ShareOfAll(amounts.rate(form, "value"));
            }
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/value", String.valueOf(e.getMessage()));
        }
        throw Form.unreadable("/mode", "one of total, fixed, member: and a key");
    }

    private Optional<Money> target() {
        try {
            return form.optional("target") == null
                    ? Optional.empty()
                    : Optional.of(amounts.read(form, "target").notNegative());
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/target", String.valueOf(e.getMessage()));
        }
    }
}
