package io.prorata.application.port;

import io.prorata.application.query.ViewQuery.View;
import io.prorata.application.view.Document;

/** Writes views down. The same view always gives the same bytes. */
public interface Renderer {

    /** Returns the version of the code that computes views and writes them down: documents of another version count as absent. */
    long version();

    Document render(View view);
}
