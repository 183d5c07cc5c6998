package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.port.Imports.Import;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imports of a household, newest first. */
@Serdeable.Serializable
record ImportsResponse(List<ImportResponse> imports) {

    /** @param undone whether its rows were removed again */
    @Serdeable.Serializable
    record ImportResponse(
            long id,
            @Nullable String fileName,
            String importedAt,
            String importedBy,
            int lines,
            int added,
            int known,
            int refused,
            boolean undone) {

        static ImportResponse of(Import entry) {
            return new ImportResponse(
                    entry.id(),
                    entry.fileName(),
                    entry.at().toString(),
                    entry.by(),
                    entry.lines(),
                    entry.added(),
                    entry.known(),
                    entry.refused(),
                    entry.undoneAt().isPresent());
        }
    }

    static ImportsResponse of(List<Import> imports) {
        return new ImportsResponse(imports.stream().map(ImportResponse::of).toList());
    }
}
