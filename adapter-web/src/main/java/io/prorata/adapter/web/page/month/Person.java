package io.prorata.adapter.web.page.month;

/**
 * What a member pays of the month.
 *
 * @param x and {@code width} of their part of the bar, of 1000
 * @param colour 1, 2, ...
 */
public record Person(String key, String name, String share, String percent, int x, int width, int colour) {}
