package io.prorata.domain.testkit;

import java.io.InputStream;
import java.util.List;

/**
 * Examples as JSON, computed by a separate program: inputs and expected results. Amounts are minor units, rates parts per
 * million, months {@code YYYY-MM}. Read them with any JSON library.
 */
public final class Vectors {

    /** Their names; each is a file of many cases. */
    public static final List<String> NAMES = List.of(
            "allocation",
            "bills",
            "dated-months",
            "fixed-monthly",
            "landing",
            "months",
            "net-income",
            "row-splits",
            "savings",
            "settlement",
            "tax-fr",
            "worked-household");

    private Vectors() {}

    /**
     * Opens one of {@link #NAMES}, in UTF-8; the caller closes it.
     *
     * @throws IllegalArgumentException if there is none with this name
     */
    public static InputStream open(String name) {
        InputStream json = NAMES.contains(name) ? Vectors.class.getResourceAsStream("vectors/" + name + ".json") : null;
        if (json == null) {
            throw new IllegalArgumentException("no vectors are called " + name + "; there are " + NAMES);
        }
        return json;
    }
}
