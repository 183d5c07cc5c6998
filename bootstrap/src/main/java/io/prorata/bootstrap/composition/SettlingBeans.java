package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ForgetAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.application.account.ShowAccount;
import io.prorata.application.account.ShowAccounts;
import io.prorata.application.account.StateBalance;
import io.prorata.application.account.StatePot;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.recognition.DecideConfirmations;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.settlement.RecordSettlement;
import io.prorata.application.settlement.RemoveSettlement;
import io.prorata.application.settlement.ReviseSettlement;
import io.prorata.application.settlement.ShowSettlement;
import io.prorata.application.settlement.ShowSettlements;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the use cases of accounts, settling up and what is to confirm. */
@Factory
public final class SettlingBeans {

    private final UnitOfWork work;
    private final Clock clock;

    SettlingBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
    }

    @Singleton
    ShowConfirmations showConfirmations() {
        return new ShowConfirmations(work, clock);
    }

    @Singleton
    DecideConfirmations decideConfirmations() {
        return new DecideConfirmations(work, clock);
    }

    @Singleton
    DescribeAccount describeAccount() {
        return new DescribeAccount(work, clock);
    }

    @Singleton
    ReviseAccount reviseAccount() {
        return new ReviseAccount(work, clock);
    }

    @Singleton
    ForgetAccount forgetAccount() {
        return new ForgetAccount(work);
    }

    @Singleton
    ShowAccount showAccount() {
        return new ShowAccount(work);
    }

    @Singleton
    ShowAccounts showAccounts() {
        return new ShowAccounts(work, clock);
    }

    @Singleton
    StatePot statePot() {
        return new StatePot(work, clock);
    }

    @Singleton
    StateBalance stateBalance() {
        return new StateBalance(work, clock);
    }

    @Singleton
    RecordSettlement recordSettlement() {
        return new RecordSettlement(work);
    }

    @Singleton
    ReviseSettlement reviseSettlement() {
        return new ReviseSettlement(work);
    }

    @Singleton
    RemoveSettlement removeSettlement() {
        return new RemoveSettlement(work);
    }

    @Singleton
    ShowSettlement showSettlement() {
        return new ShowSettlement(work);
    }

    @Singleton
    ShowSettlements showSettlements() {
        return new ShowSettlements(work);
    }
}
