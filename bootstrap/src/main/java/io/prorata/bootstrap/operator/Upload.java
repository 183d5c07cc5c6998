package io.prorata.bootstrap.operator;

import io.prorata.application.bankfile.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends a file, and reports progress. */
final class Upload {

    private Upload() {}

    static BodyPublisher of(Path path, Progress progress) throws IOException {
        long size = Files.size(path);
        return size == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(path, size, progress)), size);
    }

    private static InputStream open(Path path, long size, Progress progress) {
        try {
            return new Counted(Files.newInputStream(path), size, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long size;
        private final Progress progress;
        private long done;

        Counted(InputStream in, long size, Progress progress) {
            super(new BufferedInputStream(in));
            this.size = size;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            advance(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            advance(Math.max(0, read));
            return read;
        }

        private void advance(int bytes) {
            done += bytes;
            // In thousandths, because the bytes of a large file do not fit an int.
            progress.at(Math.toIntExact(Math.min(1000, done * 1000 / size)), 1000);
        }
    }
}
