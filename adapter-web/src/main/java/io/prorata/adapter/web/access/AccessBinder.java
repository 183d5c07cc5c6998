package io.prorata.adapter.web.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.prorata.application.request.Access;
import jakarta.inject.Singleton;

/** Binds the access that {@link AccessFilter} found to a parameter. */
@Singleton
final class AccessBinder implements TypedRequestArgumentBinder<Access> {

    @Override
    public Argument<Access> argumentType() {
        return Argument.of(Access.class);
    }

    @Override
    public BindingResult<Access> bind(ArgumentConversionContext<Access> context, HttpRequest<?> source) {
        return () -> AccessFilter.accessOf(source);
    }
}
