package io.prorata.domain;

/** Thrown where the household refuses what was asked; nothing of it is kept. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Makes an exception that carries {@code refusal}. */
    public RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /** Returns what was refused, and why. */
    public Refusal refusal() {
        return refusal;
    }
}
