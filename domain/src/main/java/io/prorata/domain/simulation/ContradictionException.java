package io.prorata.domain.simulation;

/** A change that cannot be made after those before it: of a thing that is not there, or the same thing twice from one month on. */
public final class ContradictionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int change;

    ContradictionException(int change, String message) {
        super(message);
        this.change = change;
    }

    /** Returns the place of the change in the list, from 0 on. */
    public int change() {
        return change;
    }
}
