package io.prorata.domain.ledger;

import org.jspecify.annotations.Nullable;

/** The totals of one subcategory; the name is absent for rows without one. */
public record SubcategoryTotal(@Nullable String subcategory, Statistics statistics) {}
