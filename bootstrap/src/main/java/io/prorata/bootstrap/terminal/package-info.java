/** Output on a terminal: tables, amounts, progress. */
@NullMarked
package io.prorata.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
