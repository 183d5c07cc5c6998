/** The whole program: a real server over a real file. */
@NullMarked
package io.prorata.bootstrap.server;

import org.jspecify.annotations.NullMarked;
