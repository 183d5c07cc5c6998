/** Who owes whom, and what was paid of it. */
@NullMarked
package io.prorata.adapter.web.page.settle;

import org.jspecify.annotations.NullMarked;
