package io.prorata.application.port;

import io.prorata.application.change.HistoryContract;
import io.prorata.application.formula.FormulasContract;
import io.prorata.application.household.MemberUseContract;
import io.prorata.application.imports.ImportProfilesContract;
import io.prorata.application.imports.ImportingContract;
import io.prorata.application.imports.RefundsContract;
import io.prorata.application.member.RenameMemberContract;
import io.prorata.application.rule.RulesContract;

/** All that books promise, wherever they are kept: every engine signs it, and so does the fake. */
public interface AllBooksContracts
        extends UnitOfWorkContract,
                RevisionsContract,
                HouseholdsContract,
                PlansContract,
                LedgerContract,
                StagingContract,
                ImportsContract,
                MappingsContract,
                RejectedMatchesContract,
                TokensContract,
                ChangesContract,
                HistoryContract,
                TransactionListContract,
                RevisedPlansContract,
                OneTransactionContract,
                SnapshotsContract,
                StoreContract,
                HouseholdExportsContract,
                SharingContract,
                ImportingContract,
                ImportProfilesContract,
                RefundsContract,
                RulesContract,
                MemberUseContract,
                RenameMemberContract,
                FormulasContract {}
