/**
 * For tests of programs that compute a household's money, with the domain jar or without: {@link io.prorata.domain.testkit.Vectors} were
 * computed by another program, {@link io.prorata.domain.testkit.Any} generates examples from a seed, and the laws are interfaces of tests
 * to implement. The domain's own tests implement them, too.
 *
 * <p>A failure names its seed, and the seed gives the example again.
 */
@NullMarked
package io.prorata.domain.testkit;

import org.jspecify.annotations.NullMarked;
