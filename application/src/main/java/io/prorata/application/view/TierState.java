package io.prorata.application.view;

/**
 * How a tier is doing.
 *
 * @param entries that it holds, or that it was given where it does not know
 * @param bytes that they take
 * @param mostBytes that it may hold
 * @param evictions entries dropped to make room, or because they had been there long enough
 * @param rejected entries found there that were not what they should be: of another identity, broken, or forged
 * @param available whether it can be asked now
 * @param failures how often it stopped answering
 */
public record TierState(
        long entries, long bytes, long mostBytes, long evictions, long rejected, boolean available, long failures) {}
