package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A contribution or a withdrawal as it is stated: {@code {"date": "2024-01-31", "amount": "250.00"}}. */
final class MovementRequest {

    private MovementRequest() {}

    /** @param sense from the stated amount, which is positive, to that of the movement */
    static Movement read(byte[] body, Currency currency, UnaryOperator<Money> sense) {
        JsonObjectReader fields = JsonObjectReader.of(body, "date", "amount");
        var parts = new ErrorCollector();
        Supplier<LocalDate> date = parts.read(() -> fields.date("date"));
        Supplier<Money> amount = parts.read(() -> positive(fields, new AmountText(currency)));
        parts.complete();
        return fields.ruled("date", () -> new Movement(date.get(), sense.apply(amount.get())));
    }

    private static Money positive(JsonObjectReader fields, AmountText amounts) {
        Money amount = amounts.read(fields, "amount");
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw fields.invalid("amount", "this amount is more than zero");
        }
        return amount;
    }
}
