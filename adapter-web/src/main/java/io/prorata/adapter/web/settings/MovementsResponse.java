package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.Valued;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was put into a provision, or taken out of it.
 *
 * @param total of all of them
 */
@Serdeable.Serializable
record MovementsResponse(String currency, List<MovementResponse> movements, String total) {

    /** @param amount more than zero, whichever way the money went */
    @Serdeable.Serializable
    record MovementResponse(String date, String amount) {

        static MovementResponse of(Movement movement, Amounts amounts) {
            return new MovementResponse(movement.date().toString(), amounts.text(size(movement)));
        }
    }

    static MovementsResponse contributions(Valued<List<Movement>> movements) {
        return of(movements, movement -> !movement.amount().isNegative());
    }

    static MovementsResponse withdrawals(Valued<List<Movement>> movements) {
        return of(movements, movement -> movement.amount().isNegative());
    }

    private static MovementsResponse of(Valued<List<Movement>> movements, Predicate<Movement> wanted) {
        var amounts = new Amounts(movements.currency());
        List<Movement> shown = movements.thing().stream().filter(wanted).toList();
        return new MovementsResponse(
                movements.currency().getCurrencyCode(),
                shown.stream()
                        .map(movement -> MovementResponse.of(movement, amounts))
                        .toList(),
                amounts.text(
                        Money.sum(shown.stream().map(MovementsResponse::size).toList())));
    }

    private static Money size(Movement movement) {
        return movement.amount().isNegative() ? movement.amount().negated() : movement.amount();
    }
}
