package io.prorata.adapter.web.properties;

/** How every request is logged, if at all. */
public enum AccessLogFormat {
    OFF,
    /** {@code key=value} pairs, for people. */
    TEXT,
    /** An object a line, for programs. */
    JSON
}
