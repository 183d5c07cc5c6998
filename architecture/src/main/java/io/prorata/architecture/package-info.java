/**
 * Architecture rules of a hexagonal Java project, as one jar: {@link io.prorata.architecture.HouseRules} is told where domain, application
 * and adapters lie, and gives rules for ArchUnit. Needs Java 17; reads the class files of newer ones as far as ASM and ArchUnit do.
 *
 * <p>Each rule has classes in the tests of this jar that break it in every way it claims to see.
 */
@NullMarked
package io.prorata.architecture;

import org.jspecify.annotations.NullMarked;
