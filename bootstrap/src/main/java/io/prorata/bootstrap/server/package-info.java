/** The running server: start and stop. */
@NullMarked
package io.prorata.bootstrap.server;

import org.jspecify.annotations.NullMarked;
