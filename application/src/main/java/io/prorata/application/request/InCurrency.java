package io.prorata.application.request;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import java.util.Currency;

/**
 * A thing whose amounts are in {@code currency}.
 *
 * <p>A request is read before its write begins, in the household's currency at that time; the write compares it.
 */
public record InCurrency<T>(T thing, Currency currency) {

    /**
     * Returns {@code settings}, those of the household inside the write.
     *
     * @throws RefusedException if the household has another currency now: 12.34 would become 1 234 yen
     */
    public Household within(Household settings) {
        if (!settings.currency().equals(currency)) {
            throw new RefusedException(new Refusal.CurrencyChanged(currency, settings.currency()));
        }
        return settings;
    }
}
