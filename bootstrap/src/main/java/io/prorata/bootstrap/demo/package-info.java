/** The sample household. */
@NullMarked
package io.prorata.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
