/** The way in: the first address, signing in and out, and problems as people read them. */
@NullMarked
package io.prorata.adapter.web.page.entry;

import org.jspecify.annotations.NullMarked;
