package io.prorata.adapter.persistence.engine;

/** Callbacks around a COMMIT, invoked before the next write of the same household can begin and before the writer gets its answer. */
public interface CommitListener {

    /** A listener that does nothing. */
    CommitListener NONE = new CommitListener() {
        @Override
        public void committing() {}

        @Override
        public void committed() {}

        @Override
        public void inDoubt() {}
    };

    /** COMMIT begins: from here on, readers of the database may see the write. One of the other two follows. */
    void committing();

    /** The write is durable. */
    void committed();

    /** COMMIT failed: the write may be durable or not. */
    void inDoubt();
}
