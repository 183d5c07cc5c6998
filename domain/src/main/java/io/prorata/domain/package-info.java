/**
 * The rules of a household's money, and the refusals of these rules.
 *
 * <p>Start with {@link io.prorata.domain.plan.PlanBook#at}: the plan of a month, and who pays what of it.
 */
@NullMarked
package io.prorata.domain;

import org.jspecify.annotations.NullMarked;
