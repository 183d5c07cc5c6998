package io.prorata.adapter.bankfile.camt;

import io.prorata.adapter.bankfile.statement.Decimals;
import io.prorata.adapter.bankfile.statement.StatementDates;
import io.prorata.adapter.bankfile.statement.StatementSink;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One balance while its elements are read. Only the closing one that was booked says what is on the account. */
final class CamtBalance {

    private static final String CLOSING_BOOKED = "CLBD";

    private String code = "";
    private String amount = "";
    private String currency = "";
    private String direction = "";
    private String date = "";

    /** The currency stands in the element of the amount; without it, that of the account holds. */
    void takeCurrency(@Nullable String text) {
        currency = text == null ? "" : text;
    }

    /**
     * Takes the text of an element.
     *
     * @param path below the balance, such as {@code Dt/Dt}
     */
    void take(String path, String text) {
        switch (path) {
            case "Tp/CdOrPrtry/Cd" -> code = text;
            case "Amt" -> amount = text;
            case "CdtDbtInd" -> direction = text.toUpperCase(Locale.ROOT);
            case "Dt/Dt", "Dt/DtTm" -> date = text;
            default -> {
                // Of no use to a household.
            }
        }
    }

    /** Hands it over, if it is a closing one that can be read. */
    void hand(@Nullable String account, String accountCurrency, StatementSink sink) {
        boolean spent = direction.equals("DBIT");
        if (code.equals(CLOSING_BOOKED) && (spent || direction.equals("CRDT"))) {
            String own = currency.isBlank() ? accountCurrency : currency;
            Decimals.read(amount)
                    .filter(value -> value.signum() >= 0)
                    .ifPresent(value -> StatementDates.day(date)
                            .ifPresent(day -> sink.balance(account, own, day, spent ? value.negate() : value)));
        }
    }
}
