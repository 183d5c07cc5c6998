package io.prorata.domain.settlement;

/**
 * What a member's share of a month is computed from (formula 15).
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to
 *     pay</a>
 */
public enum Basis {
    /** The plan: what each member has to bring so that everything planned can be paid and put aside; only with a pot. */
    PLAN,
    /** The actual rows of the household. */
    ACTUAL
}
