package io.prorata.domain.plan;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;

/** A member who is present, and what they earn. */
public record MemberIncome(MemberKey member, Income income) {}
