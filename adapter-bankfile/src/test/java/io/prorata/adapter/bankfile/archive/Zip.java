package io.prorata.adapter.bankfile.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives. */
public final class Zip {

    private static final int MEBIBYTE = 1 << 20;

    private Zip() {}

    /** Returns an archive of these texts, by their names. */
    public static byte[] of(Map<String, String> files) {
        return of(files, 0);
    }

    /** Returns an archive of these texts behind a file of {@code mebibytes} zeros, which take hardly any room while they are packed. */
    public static byte[] of(Map<String, String> files, int mebibytes) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (mebibytes > 0) {
                zip.putNextEntry(new ZipEntry("zeros.bin"));
                for (int i = 0; i < mebibytes; i++) {
                    zip.write(new byte[MEBIBYTE]);
                }
                zip.closeEntry();
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
