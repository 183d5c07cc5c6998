package io.prorata.domain.plan;

import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;

/**
 * The spending of a month on one category with one split (formula 14).
 *
 * @param split of the rows
 * @param keyInstead whether the household's key is used because no member of the split is present
 * @param statistics spent is positive, a refund negative
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f14">Formula 14, variable spending with
 *     splits</a>
 */
public record VariablePart(LineSplit split, boolean keyInstead, Statistics statistics, Shares shares) {}
