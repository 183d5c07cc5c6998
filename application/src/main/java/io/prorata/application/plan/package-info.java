/** Use cases of the plan: configurations, fixed expenses and provisions, and from which month on a change of them takes effect. */
@NullMarked
package io.prorata.application.plan;

import org.jspecify.annotations.NullMarked;
