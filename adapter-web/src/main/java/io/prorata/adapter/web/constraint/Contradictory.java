package io.prorata.adapter.web.constraint;

/** A body whose fields have to fit together. It is asked only if all that it needs is there. */
public interface Contradictory {

    /** Names each field that does not go with the others. */
    void check(Contradictions contradictions);
}
