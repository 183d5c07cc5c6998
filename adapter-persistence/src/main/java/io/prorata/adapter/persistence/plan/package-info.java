/** Tables of the plan: configs, bills, provisions, budgets, accounts, settlements. */
@NullMarked
package io.prorata.adapter.persistence.plan;

import org.jspecify.annotations.NullMarked;
