package io.prorata.domain.recognition;

import io.prorata.domain.money.Money;

/**
 * What is to confirm in a month.
 *
 * @param count how many matches there are
 * @param amount what their first rows come to, each in the sense of its type
 * @param total what the month costs as it is
 * @param totalIfConfirmed what it would cost if all were confirmed
 */
public record ToConfirm(int count, Money amount, Money total, Money totalIfConfirmed) {}
