/** The composition of the program: the adapter of each port, and the dependencies of each use case. No other package composes. */
@NullMarked
package io.prorata.bootstrap.composition;

import org.jspecify.annotations.NullMarked;
