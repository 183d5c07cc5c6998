package io.prorata.adapter.persistence.digest;

/**
 * A check value over numbers: a change of a number, or of their order, changes it. It detects damage, not forgery.
 *
 * <p>Each number is mixed into all 64 bits of the value (the finaliser of SplitMix64).
 */
public final class CheckValue {

    private CheckValue() {}

    public static long of(long... numbers) {
        long value = numbers.length;
        for (long number : numbers) {
            value = mixed((value + 0x9E3779B97F4A7C15L) ^ number);
        }
        return value;
    }

    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
