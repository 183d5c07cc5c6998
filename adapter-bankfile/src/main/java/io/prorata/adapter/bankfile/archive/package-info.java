/** Archives in ZIP, read in bounded memory and time: their size inflated and their number of files are limited, nothing is written anywhere. */
@NullMarked
package io.prorata.adapter.bankfile.archive;

import org.jspecify.annotations.NullMarked;
