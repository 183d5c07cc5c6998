package io.prorata.domain.settlement;

/** What a member's share of a month goes by (formula 15). */
public enum Basis {
    /** What each has to bring so that everything planned can be paid and put aside; only with a pot. */
    PLAN,
    /** What the household's rows really come to. */
    ACTUAL
}
