package io.prorata.application.view;

/**
 * The state of a tier.
 *
 * @param entries in the tier, or sent to it if that is unknown
 * @param bytes of the entries
 * @param mostBytes its limit
 * @param evictions entries removed for space or because of their age
 * @param rejected invalid entries: of another identity, damaged, or forged
 * @param available whether it is in use now
 * @param failures the number of failures
 */
public record TierState(
        long entries, long bytes, long mostBytes, long evictions, long rejected, boolean available, long failures) {}
