/** What is planned: incomes, bills and provisions, and from when on. */
@NullMarked
package io.prorata.adapter.web.page.plan;

import org.jspecify.annotations.NullMarked;
