package io.prorata.adapter.web.parameter;

/** A parameter that is {@code true} or {@code false}, and nothing else. */
public record Flag(boolean isTrue) {}
