package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.export.ExportTransactions;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.ledger.ChangeTransaction;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RecordTransactions;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.RemoveTransactions;
import io.prorata.application.ledger.ShowMappings;
import io.prorata.application.ledger.ShowTransaction;
import io.prorata.application.ledger.ShowTransactions;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.OrderRules;
import io.prorata.application.rule.RemoveRule;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.ShowRule;
import io.prorata.application.rule.ShowRules;
import io.prorata.application.rule.SuggestRules;
import io.prorata.application.rule.TestRule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the use cases of rows, and of what sorts them. */
@Factory
public final class LedgerBeans {

    private final UnitOfWork work;
    private final Clock clock;

    LedgerBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
    }

    @Singleton
    RecordTransaction recordTransaction() {
        return new RecordTransaction(work, clock);
    }

    @Singleton
    ShowMappings showMappings() {
        return new ShowMappings(work);
    }

    @Singleton
    KeepMappings keepMappings() {
        return new KeepMappings(work);
    }

    @Singleton
    ApplyMappings applyMappings() {
        return new ApplyMappings(work);
    }

    @Singleton
    public ApplyRules applyRules() {
        return new ApplyRules(work, clock);
    }

    @Singleton
    public ShowRules showRules() {
        return new ShowRules(work);
    }

    @Singleton
    public ShowRule showRule() {
        return new ShowRule(work);
    }

    @Singleton
    public AddRule addRule() {
        return new AddRule(work);
    }

    @Singleton
    public ReviseRule reviseRule() {
        return new ReviseRule(work);
    }

    @Singleton
    public RemoveRule removeRule() {
        return new RemoveRule(work);
    }

    @Singleton
    public OrderRules orderRules() {
        return new OrderRules(work);
    }

    @Singleton
    public TestRule testRule() {
        return new TestRule(work);
    }

    @Singleton
    public SuggestRules suggestRules() {
        return new SuggestRules(work);
    }

    @Singleton
    RecordTransactions recordTransactions() {
        return new RecordTransactions(work, clock);
    }

    @Singleton
    ExportTransactions exportTransactions() {
        return new ExportTransactions(work);
    }

    @Singleton
    ShowTransaction showTransaction() {
        return new ShowTransaction(work);
    }

    @Singleton
    ShowTransactions showTransactions() {
        return new ShowTransactions(work);
    }

    @Singleton
    ChangeTransaction changeTransaction() {
        return new ChangeTransaction(work, clock);
    }

    @Singleton
    ChangeTransactions changeTransactions() {
        return new ChangeTransactions(work, clock);
    }

    @Singleton
    RemoveTransaction removeTransaction() {
        return new RemoveTransaction(work);
    }

    @Singleton
    RemoveTransactions removeTransactions() {
        return new RemoveTransactions(work, clock);
    }

    @Singleton
    RenameCategory renameCategory() {
        return new RenameCategory(work, clock);
    }
}
