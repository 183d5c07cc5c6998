package io.prorata.adapter.web.json;

/** What bodies and answers may be. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    /** RFC 7396: what is not named stays, null takes away. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** RFC 4180. */
    public static final String CSV = "text/csv";

    /** A JSON document to a line. */
    public static final String NDJSON = "application/x-ndjson";

    public static final String ZIP = "application/zip";

    private MediaTypes() {}
}
