/** What categories are expected to cost, from a month on. */
@NullMarked
package io.prorata.application.budget;

import org.jspecify.annotations.NullMarked;
