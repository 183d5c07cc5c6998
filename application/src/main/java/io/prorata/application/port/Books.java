package io.prorata.application.port;

/**
 * A household's books inside one transaction or snapshot: valid until the work that received them ends, on its thread. Reads see what the
 * same transaction has written. Writing outside a transaction fails.
 */
public interface Books {

    Households households();

    Plans plans();

    AccountRegister accounts();

    Ledger ledger();

    Settlements settlements();

    Imports imports();

    ImportProfiles importProfiles();

    Mappings mappings();

    Rules rules();

    Tokens tokens();

    Revisions revisions();

    Changes changes();
}
