/**
 * Durations and costs of requests, as histograms, for operators.
 *
 * <p>Requests are distinguished by method and route template, never by values. Durations are whole microseconds unless a name says
 * otherwise; percentiles and maxima are exact to 1 %.
 */
@NullMarked
package io.prorata.adapter.web.monitoring;

import org.jspecify.annotations.NullMarked;
