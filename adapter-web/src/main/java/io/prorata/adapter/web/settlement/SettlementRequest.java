package io.prorata.adapter.web.settlement;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.application.settlement.SettlementTerms;
import io.prorata.domain.settlement.Settlement;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A settlement, whole.
 *
 * @param date the day of the payment
 * @param month the month that it settles; the default is the month of its date
 * @param from the payer, {@code pot} or a member's key
 * @param to the recipient, {@code pot} or a member's key
 * @param amount the amount, more than zero
 * @param note a note
 * @param transactions the ids of the rows that show the payment
 */
@Coherent
@Serdeable
record SettlementRequest(
        LocalDate date,
        @Nullable YearMonth month,
        @MemberKey String from,
        @MemberKey String to,
        @Amount(sign = Amount.Sign.POSITIVE) DecimalText amount,
        @Nullable @Label String note,

        @Nullable @Size(max = Settlement.MOST_ROWS, message = "a settlement names at most {max} transactions")
        List<Long> transactions)
        implements Contradictory {

    static SettlementRequest of(Settlement settlement, AmountText amounts) {
        return new SettlementRequest(
                settlement.date(),
                settlement.settles().orElse(null),
                PartyJson.write(settlement.from()),
                PartyJson.write(settlement.to()),
                amounts.decimal(settlement.amount()),
                settlement.note(),
                List.copyOf(settlement.rows()));
    }

    @Override
    public void check(Contradictions contradictions) {
        if (from.equals(to)) {
            contradictions.at("nobody settles with themselves", "to");
        }
    }

    SettlementTerms terms(AmountText amounts) {
        return new SettlementTerms(
                date,
                Optional.ofNullable(month),
                PartyJson.party(from),
                PartyJson.party(to),
                amounts.of(amount),
                note,
                transactions == null ? new TreeSet<>() : new TreeSet<>(transactions));
    }
}
