/** Other names for categories. */
@NullMarked
package io.prorata.adapter.web.page.categories;

import org.jspecify.annotations.NullMarked;
