/** Rules that sort rows: kept, ordered, tried and proposed. */
@NullMarked
package io.prorata.application.rule;

import org.jspecify.annotations.NullMarked;
