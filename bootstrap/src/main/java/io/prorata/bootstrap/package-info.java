/** The main class of the program. */
@NullMarked
package io.prorata.bootstrap;

import org.jspecify.annotations.NullMarked;
