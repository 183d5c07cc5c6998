package io.prorata.adapter.web.connection;

import io.prorata.adapter.web.problem.BodySize;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the bytes of all incoming bodies: each body is in memory until it is answered.
 */
@Singleton
final class UploadLimit {

    /** The limit in largest bodies; they and their copies fit a heap of 256 MB. */
    static final int LARGEST_AT_ONCE = 4;

    /** Bodies up to this size are not counted. */
    private static final long UNCOUNTED_BYTES = 64 * 1024;

    private static final long MOST_BYTES = (long) LARGEST_AT_ONCE * BodySize.LARGEST_BYTES;

    private final AtomicLong taken = new AtomicLong();

    /** Room for one body; it is released once, even if closed repeatedly. */
    final class Room implements AutoCloseable {

        private final long bytes;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Room(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                taken.addAndGet(-bytes);
            }
        }
    }

    /**
     * Reserves room for a body.
     *
     * @param bytes the stated length; the maximum if none is stated
     * @return empty if there is not enough room
     */
    Optional<Room> take(long bytes) {
        long counted = bytes <= UNCOUNTED_BYTES ? 0 : Math.min(bytes, BodySize.LARGEST_BYTES);
        if (taken.addAndGet(counted) > MOST_BYTES) {
            taken.addAndGet(-counted);
            return Optional.empty();
        }
        return Optional.of(new Room(counted));
    }
}
