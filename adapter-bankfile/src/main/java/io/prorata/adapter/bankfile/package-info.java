/**
 * Reads the files of banks, whatever the bank.
 *
 * <p>A reader first finds out how the file is written: encoding, delimiter, header, columns, and, from the whole column, how dates and
 * amounts are to be read. What cannot be found out refuses the file with a stable reason and the
 * {@link io.prorata.application.bankfile.ReadOption} that settles it; nothing is guessed. Then each line is accepted or refused with its
 * number and a reason; none is dropped. Amounts are in minor units and never rounded: more decimals than the currency has refuse the
 * line. Dates are those that are written, whatever zone a time of day beside them names.
 */
@NullMarked
package io.prorata.adapter.bankfile;

import org.jspecify.annotations.NullMarked;
