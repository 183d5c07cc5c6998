/**
 * What holds between the parts of the house, as rules that fail the build: see {@code docs/architecture.md}.
 *
 * <p>{@code HouseRules} states them over the packages below a root, so that they can be run on the fixtures too: each rule has classes
 * in {@code fixture} that break it in every way it claims to see.
 */
@NullMarked
package io.prorata.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
