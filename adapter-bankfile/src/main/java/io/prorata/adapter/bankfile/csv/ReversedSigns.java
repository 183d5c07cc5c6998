package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.util.List;
import java.util.Locale;

/**
 * Suspects a card statement on which what was spent is positive: most amounts are, and lines that thank for a payment are negative.
 */
final class ReversedSigns {

    private static final List<String> THANKS = List.of(
            "payment received",
            "payment thank",
            "thank you",
            "autopay",
            "automatic payment",
            "direct debit payment",
            "merci de votre paiement",
            "paiement recu",
            "paiement reçu",
            "zahlung erhalten",
            "einzahlung",
            "zahlungseingang",
            "pago recibido",
            "betaling ontvangen",
            "ontvangen betaling",
            "pagamento ricevuto",
            "pagamento recebido",
            "inbetalning",
            "innbetaling",
            "indbetaling");

    private long positive;
    private long negative;
    private long thankedNegative;
    private long thankedPositive;

    void observe(String label, int sign) {
        positive += sign > 0 ? 1 : 0;
        negative += sign < 0 ? 1 : 0;
        // Asked of few lines in a file of which most are negative.
        if (sign != 0 && negative <= positive && isThanks(label)) {
            thankedNegative += sign < 0 ? 1 : 0;
            thankedPositive += sign > 0 ? 1 : 0;
        }
    }

    private static boolean isThanks(String label) {
        String lower = label.toLowerCase(Locale.ROOT).replace("- ", "");
        return THANKS.stream().anyMatch(lower::contains);
    }

    /** @throws io.prorata.domain.RefusedException if signs seem to be reversed, which the sender has not said */
    void requireNone() {
        if (thankedNegative > 0 && thankedPositive == 0 && positive >= negative) {
            throw Unreadable.AMBIGUOUS_SIGNS.because(
                    "a line that thanks for a payment is negative, and most others are positive: reversed=yes says that"
                            + " positive means spent, reversed=no that it means received",
                    ReadOption.REVERSED);
        }
    }
}
