/** The environment of the command line: streams, variables, the home folder, the clock. */
@NullMarked
package io.prorata.bootstrap.environment;

import org.jspecify.annotations.NullMarked;
