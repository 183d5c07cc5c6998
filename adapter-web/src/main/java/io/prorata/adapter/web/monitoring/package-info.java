/**
 * How long requests take and what they cost: measured around every one of them, kept as histograms, shown to whoever runs the server.
 *
 * <p>Nothing here knows what a request is about: requests are told apart by method and template of their path, never by a value in it.
 * Durations are whole microseconds unless a name says otherwise; percentiles and maxima are right to 1 %.
 */
@NullMarked
package io.prorata.adapter.web.monitoring;

import org.jspecify.annotations.NullMarked;
