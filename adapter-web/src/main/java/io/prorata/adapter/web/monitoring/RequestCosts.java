package io.prorata.adapter.web.monitoring;

import io.micronaut.http.context.ServerRequestContext;
import io.prorata.application.port.StoreWatch;
import jakarta.inject.Singleton;

/** Attributes the work of the store to the current request; background work has no request. */
@Singleton
final class RequestCosts implements StoreWatch {

    @Override
    public void took(Work work, long nanos) {
        ServerRequestContext.currentRequest()
                .flatMap(RequestTrace::of)
                .ifPresent(requestTrace -> requestTrace.cost(work, nanos));
    }
}
