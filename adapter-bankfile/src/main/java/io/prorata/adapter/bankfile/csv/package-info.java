/**
 * Tables of text, whatever the bank. The reader first finds out how the file is written: delimiter, header, columns, and, from the whole
 * column, how dates and amounts are to be read. What cannot be found out refuses the file with a stable reason and the option that settles
 * it. Then each line is accepted or refused with its number and a reason; none is dropped.
 */
@NullMarked
package io.prorata.adapter.bankfile.csv;

import org.jspecify.annotations.NullMarked;
