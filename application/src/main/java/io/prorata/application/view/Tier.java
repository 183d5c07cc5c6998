package io.prorata.application.view;

/** The tiers of documents, the nearest first. */
public enum Tier {
    /** In memory. */
    NEAR("near"),
    /** In a store that several nodes share. */
    FAR("far"),
    /** In a table beside the books. */
    TABLE("table");

    private final String said;

    Tier(String said) {
        this.said = said;
    }

    /** Returns the name in answers. */
    public String said() {
        return said;
    }
}
