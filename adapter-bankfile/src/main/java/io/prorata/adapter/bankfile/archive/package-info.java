/**
 * Archives in ZIP, read in bounded memory and time: the unpacked size and the number of files are limited, and nothing is written to disk.
 */
@NullMarked
package io.prorata.adapter.bankfile.archive;

import org.jspecify.annotations.NullMarked;
