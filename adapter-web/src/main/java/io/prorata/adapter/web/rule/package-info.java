/** Rules that sort rows. */
@NullMarked
package io.prorata.adapter.web.rule;

import org.jspecify.annotations.NullMarked;
