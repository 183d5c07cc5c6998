package io.prorata.adapter.web;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.AdmitOperator;
import io.prorata.application.AdoptConfig;
import io.prorata.application.AnswerOnce;
import io.prorata.application.ApplyMappings;
import io.prorata.application.Authenticate;
import io.prorata.application.ChangeTransaction;
import io.prorata.application.ChangeTransactions;
import io.prorata.application.CheckHealth;
import io.prorata.application.CreateHousehold;
import io.prorata.application.DropViews;
import io.prorata.application.EndFixedExpense;
import io.prorata.application.EndProvision;
import io.prorata.application.ImportBankFile;
import io.prorata.application.IssueToken;
import io.prorata.application.KeepMappings;
import io.prorata.application.MarkBills;
import io.prorata.application.MeasureStore;
import io.prorata.application.MoveProvision;
import io.prorata.application.PlanFixedExpense;
import io.prorata.application.PlanProvision;
import io.prorata.application.PreviewBankFile;
import io.prorata.application.RecordTransaction;
import io.prorata.application.RecordTransactions;
import io.prorata.application.RemoveTransaction;
import io.prorata.application.ReviseFixedExpense;
import io.prorata.application.ReviseHousehold;
import io.prorata.application.ReviseProvision;
import io.prorata.application.RevokeToken;
import io.prorata.application.ShowConfig;
import io.prorata.application.ShowConfigInForce;
import io.prorata.application.ShowConfigs;
import io.prorata.application.ShowCurrentMonth;
import io.prorata.application.ShowDashboard;
import io.prorata.application.ShowFixedExpense;
import io.prorata.application.ShowFixedExpenses;
import io.prorata.application.ShowHousehold;
import io.prorata.application.ShowHouseholds;
import io.prorata.application.ShowImport;
import io.prorata.application.ShowImports;
import io.prorata.application.ShowMappings;
import io.prorata.application.ShowMovement;
import io.prorata.application.ShowMovements;
import io.prorata.application.ShowProvision;
import io.prorata.application.ShowProvisions;
import io.prorata.application.ShowTiers;
import io.prorata.application.ShowToken;
import io.prorata.application.ShowTokens;
import io.prorata.application.ShowTransaction;
import io.prorata.application.ShowTransactions;
import io.prorata.application.ShowWarming;
import io.prorata.application.SwitchFeature;
import io.prorata.application.TakeBackMovement;
import io.prorata.application.UndoImport;
import io.prorata.application.WarmViews;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.tier.ChangesTold;
import io.prorata.application.tier.Features;
import io.prorata.application.tier.KeptViews;
import io.prorata.application.tier.Warmer;
import io.prorata.application.tier.WarmingJobs;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;

/** Makes the use cases that controllers call, over whatever ports the program brings. */
@Factory
final class UseCases {

    private final UnitOfWork work;
    private final Clock clock;

    UseCases(UnitOfWork work, Warmer warmer, Clock clock) {
        this.work = new ChangesTold(work, warmer);
        this.clock = clock;
    }

    @Singleton
    ShowDashboard showDashboard(Snapshots snapshots, KeptViews views, Warmer warmer, Features features) {
        return new ShowDashboard(snapshots, views, warmer, features);
    }

    @Singleton
    DropViews dropViews(KeptViews views) {
        return new DropViews(views);
    }

    @Singleton
    WarmViews warmViews(WarmingJobs jobs) {
        return new WarmViews(jobs);
    }

    @Singleton
    ShowWarming showWarming(WarmingJobs jobs) {
        return new ShowWarming(jobs);
    }

    @Singleton
    ShowTiers showTiers(KeptViews views) {
        return new ShowTiers(views);
    }

    @Singleton
    SwitchFeature switchFeature(Features features) {
        return new SwitchFeature(features);
    }

    @Singleton
    ShowCurrentMonth showCurrentMonth() {
        return new ShowCurrentMonth(work, clock);
    }

    @Singleton
    Authenticate authenticate(Snapshots snapshots) {
        return new Authenticate(work, snapshots, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Singleton
    AdmitOperator admitOperator() {
        return new AdmitOperator(work);
    }

    @Singleton
    CheckHealth checkHealth() {
        return new CheckHealth(work);
    }

    @Singleton
    MeasureStore measureStore(Store store) {
        return new MeasureStore(store);
    }

    @Singleton
    ShowHouseholds showHouseholds() {
        return new ShowHouseholds(work);
    }

    @Singleton
    CreateHousehold createHousehold() {
        return new CreateHousehold(work);
    }

    @Singleton
    ShowHousehold showHousehold() {
        return new ShowHousehold(work);
    }

    @Singleton
    ReviseHousehold reviseHousehold() {
        return new ReviseHousehold(work);
    }

    @Singleton
    AdoptConfig adoptConfig() {
        return new AdoptConfig(work, clock);
    }

    @Singleton
    PlanFixedExpense planFixedExpense() {
        return new PlanFixedExpense(work, clock);
    }

    @Singleton
    PlanProvision planProvision() {
        return new PlanProvision(work, clock);
    }

    @Singleton
    RecordTransaction recordTransaction() {
        return new RecordTransaction(work);
    }

    @Singleton
    ShowTokens showTokens() {
        return new ShowTokens(work);
    }

    @Singleton
    IssueToken issueToken() {
        return new IssueToken(work, clock, new SecureRandom());
    }

    @Singleton
    ShowToken showToken() {
        return new ShowToken(work);
    }

    @Singleton
    RevokeToken revokeToken() {
        return new RevokeToken(work);
    }

    @Singleton
    ImportBankFile importBankFile(BankFiles files) {
        return new ImportBankFile(files, work, clock);
    }

    @Singleton
    PreviewBankFile previewBankFile(BankFiles files) {
        return new PreviewBankFile(files, work, clock);
    }

    @Singleton
    ShowImports showImports() {
        return new ShowImports(work);
    }

    @Singleton
    ShowImport showImport() {
        return new ShowImport(work);
    }

    @Singleton
    UndoImport undoImport() {
        return new UndoImport(work);
    }

    @Singleton
    MarkBills markBills() {
        return new MarkBills(work);
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
    ShowConfigs showConfigs() {
        return new ShowConfigs(work);
    }

    @Singleton
    ShowConfig showConfig() {
        return new ShowConfig(work);
    }

    @Singleton
    ShowConfigInForce showConfigInForce() {
        return new ShowConfigInForce(work, clock);
    }

    @Singleton
    ReviseFixedExpense reviseFixedExpense() {
        return new ReviseFixedExpense(work, clock);
    }

    @Singleton
    EndFixedExpense endFixedExpense() {
        return new EndFixedExpense(work, clock);
    }

    @Singleton
    ShowFixedExpense showFixedExpense() {
        return new ShowFixedExpense(work);
    }

    @Singleton
    ShowFixedExpenses showFixedExpenses() {
        return new ShowFixedExpenses(work, clock);
    }

    @Singleton
    ReviseProvision reviseProvision() {
        return new ReviseProvision(work, clock);
    }

    @Singleton
    EndProvision endProvision() {
        return new EndProvision(work, clock);
    }

    @Singleton
    ShowProvision showProvision() {
        return new ShowProvision(work);
    }

    @Singleton
    ShowProvisions showProvisions() {
        return new ShowProvisions(work, clock);
    }

    @Singleton
    MoveProvision moveProvision() {
        return new MoveProvision(work);
    }

    @Singleton
    TakeBackMovement takeBackMovement() {
        return new TakeBackMovement(work);
    }

    @Singleton
    ShowMovement showMovement() {
        return new ShowMovement(work);
    }

    @Singleton
    ShowMovements showMovements() {
        return new ShowMovements(work);
    }

    @Singleton
    RecordTransactions recordTransactions() {
        return new RecordTransactions(work);
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
        return new ChangeTransaction(work);
    }

    @Singleton
    ChangeTransactions changeTransactions() {
        return new ChangeTransactions(work);
    }

    @Singleton
    RemoveTransaction removeTransaction() {
        return new RemoveTransaction(work);
    }

    @Singleton
    AnswerOnce answerOnce() {
        return new AnswerOnce(work, clock);
    }
}
