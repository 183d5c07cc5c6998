/** The monthly income of a member: gross, tax and net. Net plus tax is always gross. */
@NullMarked
package io.prorata.domain.income;

import org.jspecify.annotations.NullMarked;
