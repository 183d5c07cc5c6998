package io.prorata.application.port;

import io.prorata.application.query.ViewQuery.View;
import io.prorata.application.view.Document;

/** Renders views as bytes. The same view always gives the same bytes. */
public interface Renderer {

    /** Returns the version of the code that computes and renders views: documents of another version count as absent. */
    long version();

    Document render(View view);
}
