package io.prorata.domain.plan;

import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;

/**
 * What a month spent on one category and divides alike (formula 14).
 *
 * @param split as the rows state it
 * @param keyInstead whether the household's key serves because nobody of the split is there
 * @param statistics spent is positive, a refund negative
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f14">Formula 14, variable spending with splits</a>
 */
public record VariablePart(LineSplit split, boolean keyInstead, Statistics statistics, Shares shares) {}
