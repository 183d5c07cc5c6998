/**
 * Statement messages of SWIFT, with or without the blocks of a message around them.
 *
 * <p>An entry is a field {@code :61:} and the {@code :86:} behind it. Only tags that a statement has begin a field, so that a text may
 * contain anything else, lines that begin with a colon or a dash among it.
 */
@NullMarked
package io.prorata.adapter.bankfile.mt940;

import org.jspecify.annotations.NullMarked;
