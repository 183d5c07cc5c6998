package io.prorata.adapter.web.parameter;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.money.Money;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount in the address of a request. */
public final class AmountParameter {

    private AmountParameter() {}

    /** @throws ProblemException naming the parameter, if it is no amount of {@code currency} */
    public static Optional<Money> read(String parameter, @Nullable String text, Currency currency) {
        if (text == null) {
            return Optional.empty();
        }
        if (!AmountText.isDecimal(text)) {
            throw new ProblemException(Problem.unreadable(new PartError.InParameter(parameter, AmountText.FORM)));
        }
        try {
            return Optional.of(new AmountText(currency).of(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter(parameter, String.valueOf(e.getMessage()))));
        }
    }
}
