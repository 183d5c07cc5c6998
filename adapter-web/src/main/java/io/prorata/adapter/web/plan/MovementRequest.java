package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import java.time.LocalDate;

/**
 * A contribution or a withdrawal.
 *
 * @param date on which the money went
 * @param amount more than zero, whichever way it went
 */
@Serdeable
record MovementRequest(
        LocalDate date, @Amount(sign = Amount.Sign.POSITIVE) DecimalText amount) {

    Movement movement(AmountText amounts, Movement.Way way) {
        Money size = amounts.of(amount);
        return new Movement(date, way == Movement.Way.WITHDRAWAL ? size.negated() : size);
    }
}
