package io.prorata.application.port;

/** A household's books as they are inside one transaction or snapshot. */
public interface Books {

    Households households();

    Plans plans();

    Ledger ledger();

    Imports imports();

    Mappings mappings();

    Tokens tokens();

    Revisions revisions();
}
