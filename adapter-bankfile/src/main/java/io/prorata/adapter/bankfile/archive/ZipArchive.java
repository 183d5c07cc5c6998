package io.prorata.adapter.bankfile.archive;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP archive whose files are read one after the other, repeatedly if necessary. */
public final class ZipArchive {

    /** The limit of all files together, unpacked: far more than a statement needs. */
    public static final long MOST_BYTES = 256L << 20;

    private static final int MOST_FILES = 2000;
    private static final int CHUNK = 65_536;

    private final BankFile.Content content;

    public ZipArchive(BankFile.Content content) {
        this.content = content;
    }

    /**
     * Returns the names of its files, without folders.
     *
     * @throws RefusedException if it is damaged, encrypted or too large
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        try (var all = new Inflating(content.open())) {
            for (ZipEntry entry = all.next(); entry != null; entry = all.next()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
            }
        } catch (IOException e) {
            throw refused(e);
        }
        return names;
    }

    /** Returns the file called {@code name}; opening it fails if there is none. */
    public BankFile.Content file(String name) {
        return first(name::equals, name);
    }

    /** Returns the file called {@code name} in any case, as some programs write it; empty if there is none. */
    public BankFile.@Nullable Content fileInAnyCase(String name) {
        return names().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(this::file)
                .orElse(null);
    }

    private BankFile.Content first(Predicate<String> wanted, String name) {
        return () -> {
            var all = new Inflating(content.open());
            try {
                for (ZipEntry entry = all.next(); entry != null; entry = all.next()) {
                    if (wanted.test(entry.getName())) {
                        return all.entry();
                    }
                }
            } catch (IOException e) {
                all.close();
                throw refused(e);
            }
            all.close();
            throw Unreadable.MALFORMED_FILE.because("there is no " + name + " in the archive");
        };
    }

    private static RuntimeException refused(IOException e) {
        return e instanceof ZipException
                ? Unreadable.MALFORMED_FILE.because("the archive is broken or locked with a password")
                : new UncheckedIOException(e);
    }

    /** Reads an archive and counts the unpacked bytes, of skipped files too. */
    private static final class Inflating implements AutoCloseable {
        private final ZipInputStream zip;
        private long inflated;
        private int files;

        Inflating(InputStream bytes) {
            this.zip = new ZipInputStream(bytes);
        }

        @Nullable
        ZipEntry next() throws IOException {
            if (files > 0) {
                byte[] chunk = new byte[CHUNK];
                while (read(chunk, 0, CHUNK) > 0) {
                    // Unpacked to reach the next file, and counted.
                }
            }
            ZipEntry entry;
            try {
                entry = zip.getNextEntry();
            } catch (EOFException | IllegalArgumentException e) {
                // It is incomplete, or a name is not valid text.
                throw new ZipException("broken");
            }
            if (entry != null && ++files > MOST_FILES) {
                throw Unreadable.TOO_LARGE.because("the archive holds more than " + MOST_FILES + " files");
            }
            return entry;
        }

        int read(byte[] bytes, int from, int length) throws IOException {
            int read;
            try {
                read = zip.read(bytes, from, length);
            } catch (EOFException e) {
                throw new ZipException("broken");
            }
            inflated += Math.max(0, read);
            if (inflated > MOST_BYTES) {
                throw Unreadable.TOO_LARGE.because(
                        "the archive holds more than " + (MOST_BYTES >> 20) + " MiB when it is unpacked");
            }
            return read;
        }

        /** Returns the bytes of the current file. */
        InputStream entry() {
            return new FilterInputStream(zip) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return Inflating.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    try {
                        return Inflating.this.read(bytes, from, length);
                    } catch (ZipException e) {
                        throw refused(e);
                    }
                }
            };
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
