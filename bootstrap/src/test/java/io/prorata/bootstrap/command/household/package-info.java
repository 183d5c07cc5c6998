/** Tests of the commands about the things of a household. */
@NullMarked
package io.prorata.bootstrap.command.household;

import org.jspecify.annotations.NullMarked;
