/** Tests of the commands that sort rows, and of those about the history. */
@NullMarked
package io.prorata.bootstrap.command.sorting;

import org.jspecify.annotations.NullMarked;
