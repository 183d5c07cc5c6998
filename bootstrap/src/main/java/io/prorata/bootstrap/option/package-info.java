/** Options of several commands, and the conversion of their values. */
@NullMarked
package io.prorata.bootstrap.option;

import org.jspecify.annotations.NullMarked;
