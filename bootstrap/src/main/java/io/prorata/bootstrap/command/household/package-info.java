/** The commands about the things of a household: one class per thing, with its list, set and end. */
@NullMarked
package io.prorata.bootstrap.command.household;

import org.jspecify.annotations.NullMarked;
