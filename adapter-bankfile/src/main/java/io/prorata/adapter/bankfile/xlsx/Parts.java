package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.archive.ZipArchive;
import io.prorata.adapter.bankfile.xml.XmlEvents;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Unreadable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a workbook by their names in the archive, without case. */
final class Parts {

    private final ZipArchive archive;
    private final Map<String, String> names = new HashMap<>();

    Parts(BankFile.Content content) {
        this.archive = new ZipArchive(content);
        archive.names().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    }

    Optional<XmlEvents> find(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT))).map(this::events);
    }

    XmlEvents open(String name) {
        return find(name).orElseThrow(() -> Unreadable.MALFORMED_FILE.because("the workbook has no part " + name));
    }

    private XmlEvents events(String name) {
        try {
            return new XmlEvents(new InputStreamReader(archive.file(name).open(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
