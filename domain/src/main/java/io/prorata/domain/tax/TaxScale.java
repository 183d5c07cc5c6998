package io.prorata.domain.tax;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The income tax of one country and year, as published.
 *
 * @param name of the scale, such as {@code fr-2025}
 * @param country ISO 3166 code
 * @param incomesOf the year of the incomes
 * @param brackets sorted by their limits; below the first there is no tax
 * @param parts how families are treated; empty if everybody is taxed alone
 * @param unit to which the tax is rounded half up, in minor units
 * @param smallest a tax below it is not collected
 * @param source the law it comes from
 * @param checked the day on which it was compared with the source
 * @param leftOut what the estimate does not cover
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#tax">Income tax by a published scale</a>
 */
public record TaxScale(
        String name,
        String country,
        int incomesOf,
        Currency currency,
        List<Bracket> brackets,
        Optional<FamilyParts> parts,
        Money unit,
        Money smallest,
        String source,
        LocalDate checked,
        List<String> leftOut) {

    /** Refuses a scale without brackets, or with brackets out of order, with an {@link IllegalArgumentException}. */
    public TaxScale {
        brackets = List.copyOf(brackets);
        leftOut = List.copyOf(leftOut);
        if (brackets.isEmpty()) {
            throw new IllegalArgumentException(name + ": a scale has at least one bracket");
        }
        for (int i = 1; i < brackets.size(); i++) {
            if (brackets.get(i).above().compareTo(brackets.get(i - 1).above()) <= 0) {
                throw new IllegalArgumentException(name + ": brackets are in order of their limits");
            }
        }
        if (unit.minor() <= 0) {
            throw new IllegalArgumentException(name + ": a tax is rounded to more than zero");
        }
    }

    /** Returns the tax of {@code taxpayers}, and the rates that follow (section 10 of the rules). */
    public TaxEstimate estimate(Taxpayers taxpayers) {
        return TaxEstimate.of(this, taxpayers);
    }

    /**
     * Returns the tax of {@code income} together, exact until it is rounded.
     *
     * @param halfParts may be a fraction: half of a family's for one of two adults
     */
    Tax tax(Money income, BigDecimal halfParts, int adults) {
        BigDecimal gross = parts.map(family -> withParts(family, income, halfParts, adults))
                .orElseGet(() -> progressive(income, BigDecimal.ONE));
        BigDecimal reduction =
                parts.map(family -> reduction(family, gross, adults)).orElse(BigDecimal.ZERO);
        Money tax = rounded(gross.subtract(reduction), unit);
        return new Tax(
                rounded(gross, new Money(1)),
                rounded(reduction, new Money(1)),
                tax.compareTo(smallest) < 0 ? Money.ZERO : tax);
    }

    /** {@code max(parts * scale(R / parts), adults * scale(R / adults) - cap * half-parts beyond those of the adults)}. */
    private BigDecimal withParts(FamilyParts family, Money income, BigDecimal halfParts, int adults) {
        BigDecimal byParts = progressive(income, halfParts.divide(BigDecimal.valueOf(2)));
        BigDecimal beyond = halfParts.subtract(BigDecimal.valueOf(2L * adults));
        if (beyond.signum() <= 0) {
            return byParts;
        }
        BigDecimal byAdults = progressive(income, BigDecimal.valueOf(adults))
                .subtract(minor(family.halfPartCap()).multiply(beyond));
        return byParts.max(byAdults);
    }

    private BigDecimal reduction(FamilyParts family, BigDecimal gross, int adults) {
        BigDecimal off =
                gross.multiply(BigDecimal.valueOf(family.reductionRate().ppm(), 6));
        Money rounded = rounded(minor(family.threshold(adults)).subtract(off), unit);
        return gross.min(minor(rounded).max(BigDecimal.ZERO));
    }

    /** {@code times * scale(income / times)}, without a division: every limit is multiplied instead. */
    private BigDecimal progressive(Money income, BigDecimal times) {
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal whole = minor(income);
        for (int i = 0; i < brackets.size(); i++) {
            BigDecimal from = minor(brackets.get(i).above()).multiply(times);
            BigDecimal to = i + 1 < brackets.size()
                    ? minor(brackets.get(i + 1).above()).multiply(times).min(whole)
                    : whole;
            if (to.compareTo(from) > 0) {
                tax = tax.add(to.subtract(from)
                        .multiply(BigDecimal.valueOf(brackets.get(i).rate().ppm(), 6)));
            }
        }
        return tax;
    }

    private static Money rounded(BigDecimal minor, Money unit) {
        return new Money(Math.multiplyExact(
                minor.divide(minor(unit), 0, RoundingMode.HALF_UP).longValueExact(), unit.minor()));
    }

    private static BigDecimal minor(Money money) {
        return BigDecimal.valueOf(money.minor());
    }

    /**
     * A tax with its intermediate results.
     *
     * @param gross before the reduction, rounded to the minor unit for display
     * @param reduction likewise
     * @param due rounded as the scale says
     */
    record Tax(Money gross, Money reduction, Money due) {}

    /** Returns {@code tax} as a share of {@code income}, rounded half up to a millionth; zero without an income. */
    static Rate rate(Money tax, Money income) {
        return income.isZero()
                ? new Rate(0)
                : new Rate(minor(tax)
                        .movePointRight(6)
                        .divide(minor(income), 0, RoundingMode.HALF_UP)
                        .intValueExact());
    }
}
