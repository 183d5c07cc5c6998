package io.prorata.domain.plan;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Who is present and earns what, from which month on. */
final class Incomes {

    private record Earned(List<MemberKey> present, List<Money> nets) {

        static Earned of(Config config) {
            return new Earned(config.present(), config.nets());
        }
    }

    private final Timeline<Earned> earned;

    Incomes(Timeline<Config> configs) {
        earned = configs.map(Earned::of);
    }

    /** Returns what {@code terms} put aside in {@code month} by income; empty in a month without a config. */
    Optional<Money> steady(ProvisionTerms terms, YearMonth month) {
        return earned.at(month).map(those -> terms.base().monthly(those.present(), those.nets()));
    }
}
