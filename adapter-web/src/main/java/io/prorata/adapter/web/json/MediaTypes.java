package io.prorata.adapter.web.json;

/** What bodies may be. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    /** RFC 7396: what is not named stays, null takes away. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private MediaTypes() {}
}
