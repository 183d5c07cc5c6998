package io.prorata.application;

import java.util.Currency;

/** A thing whose amounts are in {@code currency}. */
public record Valued<T>(T thing, Currency currency) {}
