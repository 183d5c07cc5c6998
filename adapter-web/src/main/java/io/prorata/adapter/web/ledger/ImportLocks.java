package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.household.HouseholdId;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets one import of a household run at a time: each holds a whole bank file in memory. */
@Singleton
public final class ImportLocks {

    private final Set<HouseholdId> importing = ConcurrentHashMap.newKeySet();

    /** @throws ProblemException 409 while another import of {@code household} runs */
    public <T> T inTurn(HouseholdId household, Supplier<T> work) {
        if (!importing.add(household)) {
            throw new ProblemException(Problem.of(
                            "import-running",
                            "Another import is running",
                            HttpStatus.CONFLICT,
                            "One bank file of a household is imported at a time. This file was not read.")
                    .retryAfter(1));
        }
        try {
            return work.get();
        } finally {
            importing.remove(household);
        }
    }
}
