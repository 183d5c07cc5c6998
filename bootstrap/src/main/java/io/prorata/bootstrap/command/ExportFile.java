package io.prorata.bootstrap.command;

import io.prorata.bootstrap.option.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A household's export in a file: the document by itself, or the archive that has it. */
final class ExportFile {

    private static final String DOCUMENT = "household.json";

    private ExportFile() {}

    /** Returns the document. */
    static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + file + ".");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            bytes.mark(2);
            boolean archive = bytes.read() == 'P' && bytes.read() == 'K';
            bytes.reset();
            return archive ? document(new ZipInputStream(bytes), file) : bytes;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream document(ZipInputStream archive, Path file) throws IOException {
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (entry.getName().equals(DOCUMENT)) {
                return archive;
            }
        }
        throw new UsageException(file + " is an archive without " + DOCUMENT + ".");
    }
}
