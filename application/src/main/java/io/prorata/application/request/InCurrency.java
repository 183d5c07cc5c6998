package io.prorata.application.request;

import java.util.Currency;

/** A thing whose amounts are in {@code currency}. */
public record InCurrency<T>(T thing, Currency currency) {}
