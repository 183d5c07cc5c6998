package io.prorata.bootstrap.architecture.house.adapter.web.rendering;

import io.prorata.bootstrap.architecture.house.adapter.web.Answers;
import io.prorata.bootstrap.architecture.house.adapter.web.json.AmountText;

/** Asks the web back. */
public record CountResponse(AmountText amount) {

    public AmountText shown() {
        return Answers.of(this);
    }
}
