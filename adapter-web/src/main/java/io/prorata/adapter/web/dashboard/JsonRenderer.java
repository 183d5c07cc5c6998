package io.prorata.adapter.web.dashboard;

import io.micronaut.json.JsonMapper;
import io.prorata.application.port.Document;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.View;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Views as JSON. */
@Singleton
final class JsonRenderer implements Renderer {

    private final JsonMapper json;

    JsonRenderer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Document render(View view) {
        Object response = switch (view) {
            case View.SlimSummary slim -> SlimSummaryResponse.of(slim);
            case View.Provisions provisions -> ProvisionsResponse.of(provisions);
        };
        try {
            return new Document(json.writeValueAsBytes(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
