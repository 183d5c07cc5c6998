package io.prorata.adapter.web.json;

/** The media types of bodies and answers. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    /** RFC 7396: a field that is not named stays, null removes it. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** RFC 4180. */
    public static final String CSV = "text/csv";

    /** One JSON document a line. */
    public static final String NDJSON = "application/x-ndjson";

    public static final String ZIP = "application/zip";

    private MediaTypes() {}
}
