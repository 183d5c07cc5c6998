package io.prorata.domain.money;

/**
 * A sum of amounts that does not fit: it is beyond 9 223 372 036 854 775 807 minor units of either sign. It takes some 900 000 amounts of
 * {@link Money#LARGEST} to come to that.
 */
public final class SumOverflowException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** An exception caused by {@code cause}. */
    public SumOverflowException(Throwable cause) {
        super("a sum of amounts is too large");
        initCause(cause);
    }
}
