package io.prorata.application.memory;

import io.prorata.application.port.Books;
import io.prorata.application.port.Households;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Mappings;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Tokens;

/** The books as they are inside one transaction. */
record BooksOnDesk(Desk desk) implements Books {

    @Override
    public Households households() {
        return new InMemoryHouseholds(desk);
    }

    @Override
    public Plans plans() {
        return new InMemoryPlans(desk);
    }

    @Override
    public Ledger ledger() {
        return new InMemoryLedger(desk);
    }

    @Override
    public Imports imports() {
        return new InMemoryImports(desk);
    }

    @Override
    public Mappings mappings() {
        return new InMemoryMappings(desk);
    }

    @Override
    public Tokens tokens() {
        return new InMemoryTokens(desk);
    }

    @Override
    public Revisions revisions() {
        return new InMemoryRevisions(desk);
    }
}
