package io.prorata.adapter.web.monitoring;

import io.micronaut.http.context.ServerRequestContext;
import io.prorata.application.port.StoreWatch;
import jakarta.inject.Singleton;

/** Puts what the store does on the account of the request that it is done for; what is done for none, such as tidying, is on nobody's. */
@Singleton
final class RequestCosts implements StoreWatch {

    @Override
    public void took(Work work, long nanos) {
        ServerRequestContext.currentRequest()
                .flatMap(RequestTrace::of)
                .ifPresent(requestTrace -> requestTrace.cost(work, nanos));
    }
}
