package io.prorata.domain.ledger;

import org.jspecify.annotations.Nullable;

/** What the rows of one subcategory add up to; it is absent for those without. */
public record SubcategoryTotal(@Nullable String subcategory, Statistics statistics) {}
