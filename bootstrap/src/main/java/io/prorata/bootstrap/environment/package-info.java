/** What the command line takes from outside: streams, variables, the home folder, the clock. */
@NullMarked
package io.prorata.bootstrap.environment;

import org.jspecify.annotations.NullMarked;
