package io.prorata.adapter.web.parameter;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a bank file is to be read, from query parameters named as the command line's options. */
@Singleton
final class ReadOptionsBinder implements TypedRequestArgumentBinder<ReadOptions> {

    @Override
    public Argument<ReadOptions> argumentType() {
        return Argument.of(ReadOptions.class);
    }

    @Override
    public BindingResult<ReadOptions> bind(ArgumentConversionContext<ReadOptions> context, HttpRequest<?> source) {
        Map<String, String> stated = new HashMap<>();
        for (ReadOption option : ReadOption.values()) {
            source.getParameters()
                    .getFirst(option.parameter())
                    .ifPresent(value -> stated.put(option.parameter(), value));
        }
        ReadOptions options = ReadOptions.parse(stated);
        return () -> Optional.of(options);
    }
}
