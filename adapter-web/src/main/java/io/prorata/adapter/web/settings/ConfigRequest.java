package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.domain.household.Household;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new version of the configuration: members present, incomes and split.
 *
 * @param from the first month in which it is in force; the default is the current month
 * @param members all members present, each with an income
 * @param key the split of costs; the default is by income
 */
@Coherent
@Serdeable
record ConfigRequest(
        @Nullable YearMonth from,
        List<@Valid IncomeRequest> members,
        @Nullable @Valid KeyJson key) implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        if (members.isEmpty()) {
            contradictions.at("a config has 1 to " + Household.MOST_MEMBERS + " members", "members");
            return;
        }
        if (key == null) {
            return;
        }
        key.stated().forEach((field, weights) -> {
            List<String> strangers = weights.keySet().stream()
                    .filter(member -> !present().contains(member))
                    .toList();
            strangers.forEach(
                    member -> contradictions.at("no member of this config has this key", "key", field, member));
            if (strangers.isEmpty()) {
                contradictions.making(() -> key.key(present()), "key", field);
            }
        });
    }

    AdoptConfig.Command command(AmountText amounts, boolean restate) {
        KeyJson stated = key == null ? new KeyJson.Income(null) : key;
        return new AdoptConfig.Command(
                Optional.ofNullable(from),
                members.stream().map(income -> income.income(amounts)).toList(),
                stated.key(present()),
                restate);
    }

    private List<String> present() {
        return members.stream().map(IncomeRequest::member).toList();
    }
}
