/** What the person who runs Prorata does to the books from the command line, through a running server or without one. */
@NullMarked
package io.prorata.bootstrap.operator;

import org.jspecify.annotations.NullMarked;
