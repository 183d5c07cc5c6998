package io.prorata.adapter.persistence.plan;

import io.prorata.adapter.persistence.generated.tables.records.ProvisionTermsRecord;
import io.prorata.adapter.persistence.row.Flags;
import io.prorata.adapter.persistence.row.SplitColumns;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.Optional;

/** Terms of a provision in the columns of their row; the weights of their split have rows of their own. */
final class ProvisionTermsColumns {

    private ProvisionTermsColumns() {}

    static void fill(ProvisionTermsRecord row, ProvisionTerms terms) {
        switch (terms.base()) {
            case ProvisionBase.ShareOfAll(Rate rate) -> {
                row.setBase("TOTAL");
                row.setRatePpm((long) rate.ppm());
            }
            case ProvisionBase.ShareOfOne(MemberKey member, Rate rate) -> {
                row.setBase("MEMBER");
                row.setBaseMember(member.text());
                row.setRatePpm((long) rate.ppm());
            }
            case ProvisionBase.FixedAmount(Money amount) -> {
                row.setBase("FIXED");
                row.setAmountMinor(amount.minor());
            }
            case ProvisionBase.ToTarget(YearMonth by, Optional<Integer> every) -> {
                row.setBase("TARGET");
                row.setByMonth(by);
                every.ifPresent(months -> row.setEveryMonths((long) months));
            }
        }
        terms.target().ifPresent(target -> row.setTargetMinor(target.minor()));
        // What is usual is not written: terms of before this could be stated are what they were.
        if (terms.stopAtTarget()) {
            row.setStops(1L);
        }
        if (terms.accrues() != ProvisionTerms.accruesUnlessStated(terms.base())) {
            row.setAccrues(terms.accrues() ? 1L : 0L);
        }
        row.setSplitMode(SplitColumns.of(terms.split()).mode());
    }

    static ProvisionTerms read(ProvisionTermsRecord row, LineSplit split) {
        ProvisionBase base = base(row);
        return new ProvisionTerms(
                base,
                split,
                Optional.ofNullable(row.getTargetMinor()).map(Money::new),
                row.getStops() != null && Flags.of(row.getStops()),
                row.getAccrues() == null ? ProvisionTerms.accruesUnlessStated(base) : Flags.of(row.getAccrues()));
    }

    private static ProvisionBase base(ProvisionTermsRecord row) {
        return switch (row.getBase()) {
            case "TOTAL" -> new ProvisionBase.ShareOfAll(rate(row));
            case "MEMBER" -> new ProvisionBase.ShareOfOne(new MemberKey(row.getBaseMember()), rate(row));
            case "FIXED" -> new ProvisionBase.FixedAmount(new Money(row.getAmountMinor()));
            case "TARGET" ->
                new ProvisionBase.ToTarget(
                        row.getByMonth(),
                        Optional.ofNullable(row.getEveryMonths()).map(Math::toIntExact));
            default -> throw new IllegalStateException("unknown base of a provision: " + row.getBase());
        };
    }

    private static Rate rate(ProvisionTermsRecord row) {
        return new Rate(Math.toIntExact(row.getRatePpm()));
    }
}
