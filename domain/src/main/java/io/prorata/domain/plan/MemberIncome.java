package io.prorata.domain.plan;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;

/** A member who is present, with their income. */
public record MemberIncome(MemberKey member, Income income) {}
