package io.prorata.domain.freshness;

import java.time.YearMonth;

/** A part of the data that figures depend on. */
public sealed interface Scope {

    /** The transactions of a month. */
    record Ledger(YearMonth month) implements Scope {}

    /** Everything planned from a month on: config, fixed expenses, provisions and their movements. */
    record Plan(YearMonth from) implements Scope {}

    /** Names and settings that appear in views, the same for every month. */
    record Catalogue() implements Scope {}

    /** The list of imports. */
    record Imports() implements Scope {}

    /** The mapping of categories. */
    record Mapping() implements Scope {}

    /** The list of tokens. */
    record Access() implements Scope {}
}
