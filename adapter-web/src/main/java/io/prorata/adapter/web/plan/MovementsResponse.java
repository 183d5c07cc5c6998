package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contributions to a provision, or its withdrawals.
 *
 * @param total the total of all of them
 */
@Serdeable.Serializable
record MovementsResponse(String currency, List<MovementResponse> movements, String total) {

    /**
     * @param amount the amount, more than zero in both directions
     * @param member the member who put it in or took it out; absent if not stated
     */
    @Serdeable.Serializable
    record MovementResponse(
            long id,
            String date,
            String amount,
            @Nullable String member,
            @Nullable String note) {

        static MovementResponse of(ReadResult<Moved> moved) {
            return of(moved.thing(), new AmountText(moved.currency()));
        }

        static MovementResponse of(Moved moved, AmountText amounts) {
            return new MovementResponse(
                    moved.id(),
                    moved.movement().date().toString(),
                    amounts.text(size(moved.movement())),
                    moved.movement().member().map(MemberKey::text).orElse(null),
                    moved.movement().note());
        }
    }

    static MovementsResponse of(ReadResult<List<Moved>> movements) {
        var amounts = new AmountText(movements.currency());
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
