/** The operations of the command line on the books, through a running server or without one. */
@NullMarked
package io.prorata.bootstrap.operator;

import org.jspecify.annotations.NullMarked;
