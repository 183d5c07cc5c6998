/**
 * Spreadsheets of Office Open XML, transitional or strict.
 *
 * <p>A sheet is handed to the reader of tables as the text that it holds: a row is a line, dates are ISO dates, numbers are written with a
 * point. Numbers are taken from the text of the file and never become floating point; what binary fractions left behind the decimals of
 * the currency is rounded away if it is less than a millionth, and refused otherwise.
 */
@NullMarked
package io.prorata.adapter.bankfile.xlsx;

import org.jspecify.annotations.NullMarked;
