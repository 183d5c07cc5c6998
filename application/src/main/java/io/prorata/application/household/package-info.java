/** Use cases of a household itself: its members, its currency, its time zone. */
@NullMarked
package io.prorata.application.household;

import org.jspecify.annotations.NullMarked;
