/** That the program keeps the rules of {@code io.prorata.architecture}: see {@code docs/architecture.md}. */
@NullMarked
package io.prorata.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
