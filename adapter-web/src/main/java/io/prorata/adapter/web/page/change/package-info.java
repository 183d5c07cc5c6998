/** What changes do, in words: fields of rows, totals that move, names that are replaced, and how a change is taken back. */
@NullMarked
package io.prorata.adapter.web.page.change;

import org.jspecify.annotations.NullMarked;
