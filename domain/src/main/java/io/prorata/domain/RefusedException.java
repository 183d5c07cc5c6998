package io.prorata.domain;

/** Thrown if the household's rules refuse a request; nothing of the request is kept. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Makes an exception that carries {@code refusal}. */
    public RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /** Returns the refusal with its reason. */
    public Refusal refusal() {
        return refusal;
    }
}
