/**
 * How every figure of a month came about: a tree of steps whose leaves are what somebody stated and what rows add up to. Whoever reads a
 * tree can compute each value again from those below it.
 */
@NullMarked
package io.prorata.domain.derivation;

import org.jspecify.annotations.NullMarked;
