package io.prorata.application.port;

import io.prorata.application.view.Document;
import io.prorata.application.view.View;

/** Writes views down. The same view always gives the same bytes. */
public interface Renderer {

    /** Raised whenever a view is computed or written differently: older documents then count as absent. */
    int version();

    Document render(View view);
}
