/** A household that nobody lives in, to look at. */
@NullMarked
package io.prorata.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
