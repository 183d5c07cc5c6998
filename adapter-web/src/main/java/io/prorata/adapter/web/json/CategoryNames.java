package io.prorata.adapter.web.json;

/** The values for choices of categories in a path, besides names. */
public final class CategoryNames {

    /** All of them. */
    public static final String EVERY = "all";

    /** Those without a category. */
    public static final String UNCATEGORISED = "none";

    /** The one that the parameter {@code category} names: it cannot stand in a path. */
    public static final String IN_PARAMETER = "-";

    private CategoryNames() {}
}
