package io.prorata.bootstrap.architecture.house.adapter.web;

import io.prorata.bootstrap.architecture.house.adapter.web.json.AmountText;
import io.prorata.bootstrap.architecture.house.adapter.web.rendering.CountResponse;

/** Knows how a view is written. */
public final class Answers {

    private Answers() {}

    public static AmountText of(CountResponse response) {
        return response.amount();
    }
}
