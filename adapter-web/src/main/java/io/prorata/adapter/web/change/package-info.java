/** What was changed, for clients that follow a household: a page of changes, or a stream of them. */
@NullMarked
package io.prorata.adapter.web.change;

import org.jspecify.annotations.NullMarked;
