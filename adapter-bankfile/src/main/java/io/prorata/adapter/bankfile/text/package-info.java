/**
 * The letters of a file and its lines: the encoding that the bytes tell, mixed or doubled encodings mended, lines read in bounded memory,
 * and one form for all the signs, spaces and digits that are printed.
 */
@NullMarked
package io.prorata.adapter.bankfile.text;

import org.jspecify.annotations.NullMarked;
