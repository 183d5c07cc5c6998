package io.prorata.adapter.web.constraint;

/** A body with rules over several fields. They are checked only if all needed fields are present. */
public interface Contradictory {

    /** Adds each field that contradicts the others. */
    void check(Contradictions contradictions);
}
