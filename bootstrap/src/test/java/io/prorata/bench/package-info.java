/** Measurements, run by the scripts in {@code bench/} and never by the tests. */
@NullMarked
package io.prorata.bench;

import org.jspecify.annotations.NullMarked;
