package io.prorata.application.view;

/** Where documents are kept, the nearest first. */
public enum Tier {
    /** In this process's memory. */
    NEAR("near"),
    /** In a store that several nodes share. */
    FAR("far"),
    /** Beside the books. */
    TABLE("table");

    private final String said;

    Tier(String said) {
        this.said = said;
    }

    /** Returns the tier as answers name it. */
    public String said() {
        return said;
    }
}
