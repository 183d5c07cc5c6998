/** Options that several commands have in common, and how their values are read. */
@NullMarked
package io.prorata.bootstrap.option;

import org.jspecify.annotations.NullMarked;
