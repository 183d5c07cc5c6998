package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.application.access.AdmitOperator;
import io.prorata.application.access.Authenticate;
import io.prorata.application.access.BeginSession;
import io.prorata.application.access.EndSession;
import io.prorata.application.access.IssueLink;
import io.prorata.application.access.IssueToken;
import io.prorata.application.access.RevokeToken;
import io.prorata.application.access.ShowToken;
import io.prorata.application.access.ShowTokens;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ForgetAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.application.account.ShowAccount;
import io.prorata.application.account.ShowAccounts;
import io.prorata.application.account.StateBalance;
import io.prorata.application.account.StatePot;
import io.prorata.application.budget.EndBudget;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.RemoveBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.budget.ShowBudget;
import io.prorata.application.budget.ShowBudgets;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.NotifyingUnitOfWork;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Warmer;
import io.prorata.application.cache.WarmingJobs;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.change.ShowChanges;
import io.prorata.application.change.ShowHistory;
import io.prorata.application.change.ShowHistoryEntry;
import io.prorata.application.change.ShowRevision;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.export.ExportHousehold;
import io.prorata.application.export.ExportTransactions;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.household.DeleteHousehold;
import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.household.ShowHouseholds;
import io.prorata.application.idempotency.ClaimingUnitOfWork;
import io.prorata.application.idempotency.IdempotentRequests;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.PreviewBankFile;
import io.prorata.application.imports.RemoveImportProfile;
import io.prorata.application.imports.ReplaceImportProfile;
import io.prorata.application.imports.ShowImport;
import io.prorata.application.imports.ShowImportProfile;
import io.prorata.application.imports.ShowImportProfiles;
import io.prorata.application.imports.ShowImports;
import io.prorata.application.imports.UndoImport;
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
import io.prorata.application.member.RenameMember;
import io.prorata.application.operation.CheckHealth;
import io.prorata.application.operation.DropViews;
import io.prorata.application.operation.MeasureStore;
import io.prorata.application.operation.ShowTiers;
import io.prorata.application.operation.ShowWarming;
import io.prorata.application.operation.SwitchFeature;
import io.prorata.application.operation.WarmViews;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.RemoveConfig;
import io.prorata.application.plan.RemoveFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowConfig;
import io.prorata.application.plan.ShowConfigInForce;
import io.prorata.application.plan.ShowConfigs;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlanEffect;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.RemoveProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowMovement;
import io.prorata.application.provision.ShowMovements;
import io.prorata.application.provision.ShowProjection;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.provision.ShowProvisions;
import io.prorata.application.provision.ShowSchedule;
import io.prorata.application.provision.TakeBackMovement;
import io.prorata.application.recognition.DecideConfirmations;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.OrderRules;
import io.prorata.application.rule.RemoveRule;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.ShowRule;
import io.prorata.application.rule.ShowRules;
import io.prorata.application.rule.SuggestRules;
import io.prorata.application.rule.TestRule;
import io.prorata.application.settlement.RecordSettlement;
import io.prorata.application.settlement.RemoveSettlement;
import io.prorata.application.settlement.ReviseSettlement;
import io.prorata.application.settlement.ShowSettlement;
import io.prorata.application.settlement.ShowSettlements;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.simulation.Simulate;
import io.prorata.application.tax.EstimateTax;
import io.prorata.application.tax.KnownScales;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;

/**
 * Makes the use cases: for the server as beans, which its controllers ask for; for the command line by its methods. What a use case is made
 * of stands here and nowhere else.
 */
@Factory
public final class UseCases {

    private final UnitOfWork work;
    private final BankFiles files = new BankFileReaders();
    private final Clock clock;

    private UseCases(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** For a server: the warmer of its views is told of each write. */
    @Inject
    UseCases(UnitOfWork work, Warmer warmer, Clock clock) {
        this(new NotifyingUnitOfWork(new ClaimingUnitOfWork(work, clock), warmer), clock);
    }

    /** Over {@code work} alone, beside which nothing is kept. */
    public static UseCases over(UnitOfWork work, Clock clock) {
        return new UseCases(work, clock);
    }

    @Singleton
    ShowDashboard showDashboard(Snapshots snapshots, TieredViewCache views, Warmer warmer, Features features) {
        return new ShowDashboard(snapshots, views, warmer, features);
    }

    @Singleton
    DropViews dropViews(TieredViewCache views) {
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
    ShowTiers showTiers(TieredViewCache views) {
        return new ShowTiers(views);
    }

    @Singleton
    SwitchFeature switchFeature(Features features) {
        return new SwitchFeature(features);
    }

    @Singleton
    ShowChanges showChanges() {
        return new ShowChanges(work);
    }

    @Singleton
    ShowRevision showRevision(Snapshots snapshots) {
        return new ShowRevision(snapshots);
    }

    @Singleton
    public ShowCurrentMonth showCurrentMonth() {
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
    CheckHealth checkHealth(Store store) {
        return new CheckHealth(work, store);
    }

    @Singleton
    MeasureStore measureStore(Store store) {
        return new MeasureStore(store);
    }

    @Singleton
    public ShowHouseholds showHouseholds() {
        return new ShowHouseholds(work);
    }

    @Singleton
    public CreateHousehold createHousehold() {
        return new CreateHousehold(work);
    }

    @Singleton
    DeleteHousehold deleteHousehold(TieredViewCache views, Warmer warmer) {
        return new DeleteHousehold(work, views, warmer);
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
    RemoveConfig removeConfig() {
        return new RemoveConfig(work, clock);
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
        return new RecordTransaction(work, clock);
    }

    @Singleton
    public ShowTokens showTokens() {
        return new ShowTokens(work);
    }

    @Singleton
    public IssueToken issueToken() {
        return new IssueToken(work, clock, new SecureRandom());
    }

    @Singleton
    public IssueLink issueLink() {
        return new IssueLink(work, clock, new SecureRandom());
    }

    @Singleton
    BeginSession beginSession() {
        return new BeginSession(work, clock, new SecureRandom());
    }

    @Singleton
    EndSession endSession() {
        return new EndSession(work);
    }

    @Singleton
    ShowToken showToken() {
        return new ShowToken(work);
    }

    @Singleton
    public RevokeToken revokeToken() {
        return new RevokeToken(work);
    }

    @Singleton
    public ImportBankFile importBankFile() {
        return new ImportBankFile(files, work, clock);
    }

    @Singleton
    public PreviewBankFile previewBankFile() {
        return new PreviewBankFile(files, work, clock);
    }

    @Singleton
    public ShowImportProfiles showImportProfiles() {
        return new ShowImportProfiles(work);
    }

    @Singleton
    public ShowImportProfile showImportProfile() {
        return new ShowImportProfile(work);
    }

    @Singleton
    public ReplaceImportProfile replaceImportProfile() {
        return new ReplaceImportProfile(work);
    }

    @Singleton
    public RemoveImportProfile removeImportProfile() {
        return new RemoveImportProfile(work);
    }

    @Singleton
    public ShowImports showImports() {
        return new ShowImports(work);
    }

    @Singleton
    ShowImport showImport() {
        return new ShowImport(work);
    }

    @Singleton
    public UndoImport undoImport() {
        return new UndoImport(work);
    }

    @Singleton
    public MarkBills markBills() {
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
    PlanBudget planBudget() {
        return new PlanBudget(work, clock);
    }

    @Singleton
    ReviseBudget reviseBudget() {
        return new ReviseBudget(work, clock);
    }

    @Singleton
    EndBudget endBudget() {
        return new EndBudget(work, clock);
    }

    @Singleton
    RemoveBudget removeBudget() {
        return new RemoveBudget(work, clock);
    }

    @Singleton
    ShowBudget showBudget() {
        return new ShowBudget(work);
    }

    @Singleton
    ShowBudgets showBudgets() {
        return new ShowBudgets(work, clock);
    }

    @Singleton
    public ExplainFigure explainFigure(Snapshots snapshots) {
        return new ExplainFigure(snapshots);
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
    EndFixedExpense endFixedExpense() {
        return new EndFixedExpense(work, clock);
    }

    @Singleton
    ShowFixedExpense showFixedExpense() {
        return new ShowFixedExpense(work);
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

    @Singleton
    ShowPlanEffect showPlanEffect() {
        return new ShowPlanEffect(work);
    }

    @Singleton
    EstimateTax estimateTax() {
        return new EstimateTax(KnownScales.published());
    }

    @Singleton
    Simulate simulate(Snapshots snapshots) {
        return new Simulate(snapshots, work, clock, this::planUseCases);
    }

    private PlanUseCases planUseCases(UnitOfWork copy) {
        return new PlanUseCases(
                new ShowCurrentMonth(copy, clock),
                new AdoptConfig(copy, clock),
                new PlanFixedExpense(copy, clock),
                new ShowFixedExpense(copy),
                new ReviseFixedExpense(copy, clock),
                new EndFixedExpense(copy, clock),
                new PlanProvision(copy, clock),
                new ShowProvision(copy),
                new ReviseProvision(copy, clock),
                new EndProvision(copy, clock),
                new MoveProvision(copy, clock));
    }

    @Singleton
    ShowPlan showPlan() {
        return new ShowPlan(work);
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
    RemoveFixedExpense removeFixedExpense() {
        return new RemoveFixedExpense(work, clock);
    }

    @Singleton
    RemoveProvision removeProvision() {
        return new RemoveProvision(work, clock);
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
    ShowSchedule showSchedule() {
        return new ShowSchedule(work, clock);
    }

    @Singleton
    ShowProjection showProjection() {
        return new ShowProjection(work, clock);
    }

    @Singleton
    MoveProvision moveProvision() {
        return new MoveProvision(work, clock);
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
        return new RecordTransactions(work, clock);
    }

    @Singleton
    ExportHousehold exportHousehold(HouseholdExports exports) {
        return new ExportHousehold(exports);
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

    @Singleton
    RenameMember renameMember() {
        return new RenameMember(work);
    }

    @Singleton
    ShowHistory showHistory() {
        return new ShowHistory(work);
    }

    @Singleton
    ShowHistoryEntry showHistoryEntry() {
        return new ShowHistoryEntry(work);
    }

    @Singleton
    UndoRevision undoRevision() {
        return new UndoRevision(work, clock);
    }

    @Singleton
    IdempotentRequests idempotentRequests() {
        return new IdempotentRequests(work, clock);
    }
}
