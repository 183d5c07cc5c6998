package io.prorata.adapter.web.parameter;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteMatch;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that a route does not declare, and those it takes once but gets twice: a typing error is no default. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class StrictParameters {

    @RequestFilter
    void check(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (!(route instanceof MethodBasedRouteMatch<?, ?> method)
                || request.getParameters().isEmpty()) {
            return;
        }
        Map<String, Argument<?>> declared = new TreeMap<>();
        if (method.hasAnnotation(OfPage.class)) {
            declared.put(OfPage.DONE, Argument.STRING);
        }
        for (Argument<?> argument : method.getArguments()) {
            if (argument.isAnnotationPresent(QueryValue.class)) {
                declared.put(name(argument), argument);
            } else if (argument.getType() == ReadOptions.class) {
                for (ReadOption option : ReadOption.values()) {
                    declared.put(option.parameter(), argument);
                }
            }
        }
        List<PartError> errors = new ArrayList<>(notUtf8(request.getUri().getRawQuery()));
        request.getParameters().forEach((name, values) -> {
            Argument<?> argument = declared.get(name);
            if (argument == null) {
                errors.add(new PartError.InParameter(
                        name,
                        declared.isEmpty()
                                ? "no such parameter; there are none here"
                                : "no such parameter; there are " + String.join(", ", declared.keySet())));
            } else if (values.size() > 1 && !Collection.class.isAssignableFrom(argument.getType())) {
                errors.add(new PartError.InParameter(name, "given " + values.size() + " times; once is enough"));
            }
        });
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.unreadable(errors.toArray(PartError[]::new)));
        }
    }

    /** What is no UTF-8 would be taken for a sign that stands for it, and silently find nothing. */
    private static List<PartError> notUtf8(@Nullable String query) {
        return query == null || query.indexOf('%') < 0
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !isUtf8(parameter))
                        .map(parameter -> (PartError)
                                new PartError.InParameter(parameter.replaceFirst("=.*", ""), "this is not valid UTF-8"))
                        .toList();
    }

    private static boolean isUtf8(String escaped) {
        byte[] bytes = URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String name(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue(QueryValue.class)
                .filter(name -> !name.isEmpty())
                .orElse(argument.getName());
    }
}
