/** The screen of budgets: what categories are expected to cost. */
@NullMarked
package io.prorata.adapter.web.page.budgets;

import org.jspecify.annotations.NullMarked;
