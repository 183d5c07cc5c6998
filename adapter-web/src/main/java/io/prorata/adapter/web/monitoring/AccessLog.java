package io.prorata.adapter.web.monitoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpRequest;
import io.prorata.adapter.web.problem.RequestId;
import io.prorata.adapter.web.properties.AccessLogFormat;
import io.prorata.adapter.web.properties.ServerProperties;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a line for every request: route, outcome and cost. It contains no personal data: no address, name, token or path, and only query
 * parameters without personal data.
 */
@Singleton
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.prorata.access");
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> SHOWN =
            List.of("month", "from", "to", "level", "limit", "offset", "use_cache", "dry_run");

    /** The maximum length of a shown value. */
    private static final Pattern HARMLESS = Pattern.compile("[0-9a-z-]{1,12}");

    private final AccessLogFormat format;
    private final Clock clock;

    AccessLog(ServerProperties properties, Clock clock) {
        this.format = properties.accessLog();
        this.clock = clock;
    }

    void write(HttpRequest<?> request, RequestTrace requestTrace, long now) {
        switch (format) {
            case OFF -> {}
            case TEXT -> LOG.info(text(entry(request, requestTrace, now)));
            case JSON -> LOG.info(json(entry(request, requestTrace, now)));
        }
    }

    private Map<String, Object> entry(HttpRequest<?> request, RequestTrace requestTrace, long now) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        entry.put("request_id", RequestId.of(request));
        requestTrace.trace().ifPresent(trace -> {
            entry.put("trace_id", trace.trace());
            entry.put("parent_id", trace.parent());
            entry.put("span_id", trace.span());
        });
        entry.put("method", request.getMethodName());
        entry.put("route", requestTrace.endpoint().endpoint().route());
        String query = query(request);
        if (!query.isEmpty()) {
            entry.put("query", query);
        }
        entry.put("status", requestTrace.status());
        entry.put("bytes", requestTrace.bytes());
        entry.put("duration_us", requestTrace.micros(now));
        RequestTrace.Costs costs = requestTrace.costs();
        entry.put("statements", costs.statements());
        entry.put("database_us", costs.databaseMicros());
        requestTrace.cache().ifPresent(from -> entry.put("cache", from));
        return entry;
    }

    private static String query(HttpRequest<?> request) {
        return SHOWN.stream()
                .flatMap(name -> request.getParameters().getAll(name).stream()
                        .filter(value -> HARMLESS.matcher(value).matches())
                        .map(value -> name + "=" + value))
                .collect(Collectors.joining("&"));
    }

    /** {@code key=value}, separated by a space; values with a space are quoted. */
    private static String text(Map<String, Object> entry) {
        return entry.entrySet().stream()
                .map(part -> part.getKey() + "=" + quoted(part.getValue().toString()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return value.indexOf(' ') < 0 ? value : '"' + value + '"';
    }

    private static String json(Map<String, Object> entry) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> part : entry.entrySet()) {
                if (part.getValue() instanceof Number number) {
                    json.writeNumberField(part.getKey(), number.longValue());
                } else {
                    json.writeStringField(part.getKey(), part.getValue().toString());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
