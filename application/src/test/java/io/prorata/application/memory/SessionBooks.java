package io.prorata.application.memory;

import io.prorata.application.port.AccountRegister;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes;
import io.prorata.application.port.Households;
import io.prorata.application.port.ImportProfiles;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Mappings;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Rules;
import io.prorata.application.port.Settlements;
import io.prorata.application.port.Tokens;

/** The books as they are inside one transaction. */
record SessionBooks(InMemorySession session) implements Books {

    @Override
    public Households households() {
        return new InMemoryHouseholds(session);
    }

    @Override
    public Plans plans() {
        return new InMemoryPlans(session);
    }

    @Override
    public AccountRegister accounts() {
        return new InMemoryAccountRegister(session);
    }

    @Override
    public Settlements settlements() {
        return new InMemorySettlements(session);
    }

    @Override
    public Ledger ledger() {
        return new InMemoryLedger(session);
    }

    @Override
    public Imports imports() {
        return new InMemoryImports(session);
    }

    @Override
    public ImportProfiles importProfiles() {
        return new InMemoryImportProfiles(session);
    }

    @Override
    public Mappings mappings() {
        return new InMemoryMappings(session);
    }

    @Override
    public Rules rules() {
        return new InMemoryRules(session);
    }

    @Override
    public Tokens tokens() {
        return new InMemoryTokens(session);
    }

    @Override
    public Revisions revisions() {
        return new InMemoryRevisions(session);
    }

    @Override
    public Changes changes() {
        return new InMemoryChanges(session);
    }
}
