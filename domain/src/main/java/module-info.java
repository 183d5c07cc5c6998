/**
 * The rules of a household's money: who pays what, and why. Depends on nothing at run time.
 *
 * <p>The annotations for null are for compilers that support them. They are not exported: otherwise a module that reads this one would not
 * compile without their jar.
 *
 * <p>Packages that only the application needs are not exported either: refusals, hashes, rules for names, and renamed
 * members.
 */
module io.prorata.domain {
    requires static org.jspecify;

    exports io.prorata.domain.account;
    exports io.prorata.domain.derivation;
    exports io.prorata.domain.expense;
    exports io.prorata.domain.facade;
    exports io.prorata.domain.freshness;
    exports io.prorata.domain.household;
    exports io.prorata.domain.income;
    exports io.prorata.domain.ledger;
    exports io.prorata.domain.mapping;
    exports io.prorata.domain.money;
    exports io.prorata.domain.plan;
    exports io.prorata.domain.provision;
    exports io.prorata.domain.recognition;
    exports io.prorata.domain.settlement;
    exports io.prorata.domain.simulation;
    exports io.prorata.domain.sorting;
    exports io.prorata.domain.split;
    exports io.prorata.domain.tax;
    exports io.prorata.domain.time;
}
