/** The history: who changed what, with the values before and after, and the way back. */
@NullMarked
package io.prorata.adapter.web.page.history;

import org.jspecify.annotations.NullMarked;
