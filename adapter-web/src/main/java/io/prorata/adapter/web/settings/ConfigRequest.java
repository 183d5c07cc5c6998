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
 * A version of the config as it is stated: who is present, what they earn, how they divide.
 *
 * @param from the first month in which it holds; the current one unless stated
 * @param members all who are present, each with what they earn
 * @param key how costs are divided; by income unless stated
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
            weights.keySet().stream()
                    .filter(member -> !present().contains(member))
                    .forEach(
                            member -> contradictions.at("no member of this config has this key", "key", field, member));
            contradictions.making(() -> key.key(present()), "key", field);
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
