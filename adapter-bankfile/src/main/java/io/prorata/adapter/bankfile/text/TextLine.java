package io.prorata.adapter.bankfile.text;

/**
 * A line of text.
 *
 * @param number counted from 1
 * @param cut whether it was longer than any line of a bank file and the rest is left out
 */
public record TextLine(int number, String text, boolean cut) {}
