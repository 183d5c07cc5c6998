/**
 * The rules of a household's money, and all that a household can refuse.
 *
 * <p>Start with {@link io.prorata.domain.plan.PlanBook#at}: what is planned for a month, and who pays what of it.
 */
@NullMarked
package io.prorata.domain;

import org.jspecify.annotations.NullMarked;
