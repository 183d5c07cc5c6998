package io.prorata.domain.settlement;

/**
 * What a member's share of a month goes by (formula 15).
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 */
public enum Basis {
    /** What each has to bring so that everything planned can be paid and put aside; only with a pot. */
    PLAN,
    /** What the household's rows really come to. */
    ACTUAL
}
