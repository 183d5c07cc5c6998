package io.prorata.application.port;

import java.time.Duration;
import java.time.Instant;

/**
 * When a repeatable request was carried out, by three measures, none of which is trusted alone: a clock may jump, a server may stand
 * still, and a household may send many requests or few.
 *
 * @param clock by the clock
 * @param running how long servers had run over the books by then, in all
 * @param number of the request among those of its household, from 1 on
 */
public record CarriedAt(Instant clock, Duration running, long number) {}
