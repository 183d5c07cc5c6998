/**
 * Architecture rules of a hexagonal Java project, as one jar: {@link io.prorata.architecture.HouseRules} takes the packages of domain,
 * application and adapters, and returns rules for ArchUnit. It needs Java 17, and reads newer class files as far as ASM and ArchUnit do.
 *
 * <p>Each rule has classes in the tests of this jar that break it in every way it claims to see.
 */
@NullMarked
package io.prorata.architecture;

import org.jspecify.annotations.NullMarked;
