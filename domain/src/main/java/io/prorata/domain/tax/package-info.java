/**
 * Published income tax scales, and the rates that a household could state by them (an estimate, never applied automatically).
 *
 * <p>A scale is a data file with the law it comes from and the day it was checked. Annual amounts are in minor units of the scale's
 * currency; a tax is computed exactly and rounded half up where the scale says so.
 */
@NullMarked
package io.prorata.domain.tax;

import org.jspecify.annotations.NullMarked;
