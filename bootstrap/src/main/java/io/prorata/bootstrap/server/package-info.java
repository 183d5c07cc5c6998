/** The running server: what it is made of, and how it starts and stops. */
@NullMarked
package io.prorata.bootstrap.server;

import org.jspecify.annotations.NullMarked;
