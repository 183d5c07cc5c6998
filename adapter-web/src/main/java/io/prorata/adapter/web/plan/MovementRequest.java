package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contribution or a withdrawal.
 *
 * @param date the day of the payment
 * @param amount the amount, more than zero in both directions
 * @param member the member who put it in or took it out, for information; the default is none
 * @param note a note
 */
@Serdeable
record MovementRequest(
        LocalDate date,
        @Amount(sign = Amount.Sign.POSITIVE) DecimalText amount,
        @Nullable @MemberKey String member,
        @Nullable @Label String note) {

    Movement movement(AmountText amounts, Movement.Way way) {
        Money size = amounts.of(amount);
        return new Movement(
                date,
                way == Movement.Way.WITHDRAWAL ? size.negated() : size,
                Optional.ofNullable(member).map(io.prorata.domain.household.MemberKey::new),
                note);
    }
}
