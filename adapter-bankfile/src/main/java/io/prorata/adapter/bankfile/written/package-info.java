/**
 * How banks write amounts, dates, currencies, ids and the words for spent and received. A value that can mean two things keeps both
 * readings until the column, or the sender, decides; nothing is guessed. Amounts are in minor units and never rounded: more decimals than
 * the currency has refuse the line. Dates are those that are written, whatever zone a time of day beside them names.
 */
@NullMarked
package io.prorata.adapter.bankfile.written;

import org.jspecify.annotations.NullMarked;
