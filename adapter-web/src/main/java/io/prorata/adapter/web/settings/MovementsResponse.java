package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.Valued;
import io.prorata.application.port.Plans.Moved;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import java.util.List;

/**
 * What was put into a provision, or taken out of it.
 *
 * @param total of all of them
 */
@Serdeable.Serializable
record MovementsResponse(String currency, List<MovementResponse> movements, String total) {

    /** @param amount more than zero, whichever way the money went */
    @Serdeable.Serializable
    record MovementResponse(long id, String date, String amount) {

        static MovementResponse of(Valued<Moved> moved) {
            return of(moved.thing(), new Amounts(moved.currency()));
        }

        private static MovementResponse of(Moved moved, Amounts amounts) {
            return new MovementResponse(
                    moved.id(), moved.movement().date().toString(), amounts.text(size(moved.movement())));
        }
    }

    static MovementsResponse of(Valued<List<Moved>> movements) {
        var amounts = new Amounts(movements.currency());
        return new MovementsResponse(
                movements.currency().getCurrencyCode(),
                movements.thing().stream()
                        .map(moved -> MovementResponse.of(moved, amounts))
                        .toList(),
                amounts.text(Money.sum(movements.thing().stream()
                        .map(moved -> size(moved.movement()))
                        .toList())));
    }

    private static Money size(Movement movement) {
        return movement.way() == Movement.Way.WITHDRAWAL ? movement.amount().negated() : movement.amount();
    }
}
