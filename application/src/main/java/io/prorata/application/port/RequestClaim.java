package io.prorata.application.port;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * That a request which its sender may repeat is carried out: noted in the transaction of its first write, so that it has its effect once. It
 * goes with the {@link Actor} who writes.
 */
public final class RequestClaim {

    private final String sender;
    private final String key;
    private final String hash;
    private final AtomicBoolean noted = new AtomicBoolean();

    /**
     * @param sender who asks
     * @param key by which they know the request
     * @param hash of all that it asks
     */
    public RequestClaim(String sender, String key, String hash) {
        this.sender = sender;
        this.key = key;
        this.hash = hash;
    }

    public String sender() {
        return sender;
    }

    public String key() {
        return key;
    }

    public String hash() {
        return hash;
    }

    /** Whether it is in the books. */
    public boolean isNoted() {
        return noted.get();
    }

    /** It is in the books from now on. */
    public void note() {
        noted.set(true);
    }
}
