package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.PreviewBankFile;
import io.prorata.application.imports.ShowImport;
import io.prorata.application.imports.ShowImports;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.imports.profile.RemoveImportProfile;
import io.prorata.application.imports.profile.ReplaceImportProfile;
import io.prorata.application.imports.profile.ShowImportProfile;
import io.prorata.application.imports.profile.ShowImportProfiles;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.UnitOfWork;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the use cases of bank files. */
@Factory
public final class ImportBeans {

    private final UnitOfWork work;
    private final Clock clock;
    private final BankFiles files = new BankFileReaders();

    ImportBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
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
}
