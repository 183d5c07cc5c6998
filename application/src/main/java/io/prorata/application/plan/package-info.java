/** Use cases of the plan: configurations and fixed expenses, and from which month on a change takes effect. */
@NullMarked
package io.prorata.application.plan;

import org.jspecify.annotations.NullMarked;
