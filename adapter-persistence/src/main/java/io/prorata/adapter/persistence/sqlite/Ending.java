package io.prorata.adapter.persistence.sqlite;

/** Is told that a write is about to end and how it ended, before the next write can begin and before whoever wrote goes on. */
public interface Ending {

    /** It is about to be kept: from here on, readers of the database may see it. One of the other two follows. */
    void committing();

    /** It is kept for good. */
    void committed();

    /** The disk failed while it was being kept: it may be there or not. */
    void inDoubt();

    /** For a write after which nobody has to be told. */
    static Ending nobodyAsks() {
        return new Ending() {
            @Override
            public void committing() {}

            @Override
            public void committed() {}

            @Override
            public void inDoubt() {}
        };
    }
}
