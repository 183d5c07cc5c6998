package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.RouteAttributes;
import io.prorata.adapter.web.json.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the rows of a list are given where they are wanted alone. A form is an answer of its own, with a tag of its own. */
public enum RowForm {
    /** A line for each row, after one with the names of the columns. */
    CSV(MediaTypes.CSV, MediaTypes.CSV + ";charset=utf-8;header=present", "-csv"),
    /** A row to a line, as the list has it. */
    NDJSON(MediaTypes.NDJSON, MediaTypes.NDJSON, "-ndjson");

    private static final List<String> OFFERED = List.of(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON);

    private final String mediaType;
    private final String contentType;
    private final String suffix;

    RowForm(String mediaType, String contentType, String suffix) {
        this.mediaType = mediaType;
        this.contentType = contentType;
        this.suffix = suffix;
    }

    /** Returns the form that is wanted; empty if the answer is the document, or no list. */
    static Optional<RowForm> of(HttpRequest<?> request) {
        if (field(request).isEmpty()) {
            return Optional.empty();
        }
        String wanted = AcceptedType.of(request, OFFERED);
        for (RowForm form : values()) {
            if (form.mediaType.equals(wanted)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns how many rows are given at most: those of a page; all, if the rows are wanted alone and nobody stated a page, so that no file
     * ends where a page does.
     */
    public static int most(HttpRequest<?> request, int ofAPage) {
        return of(request).isEmpty() || request.getParameters().contains("limit") ? ofAPage : Integer.MAX_VALUE - 1;
    }

    private static Optional<String> field(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(match -> match.getAnnotationMetadata().stringValue(GivesRows.class));
    }

    /** Returns, of the tags that the client has, those of this form, without what tells it. */
    Set<String> known(Set<String> tags) {
        return tags.stream()
                .filter(tag -> tag.endsWith(suffix))
                .map(tag -> tag.substring(0, tag.length() - suffix.length()))
                .collect(Collectors.toSet());
    }

    /** Makes the tag of {@code response} that of this form. */
    void mark(MutableHttpResponse<?> response) {
        boolean shown = response.getStatus() == HttpStatus.OK || response.getStatus() == HttpStatus.NOT_MODIFIED;
        Optional.ofNullable(response.getHeaders().get(HttpHeaders.ETAG))
                .filter(tag -> shown)
                .ifPresent(tag ->
                        response.getHeaders().set(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + suffix + '"'));
    }

    /** Returns the rows of {@code list}, which is the answer to {@code request}, and states their type. */
    byte[] written(HttpRequest<?> request, MutableHttpResponse<?> response, Record list, JsonMapper json)
            throws IOException {
        String field = field(request).orElseThrow();
        JsonNode document = json.writeValueToTree(list);
        JsonNode rows = document.get(field);
        if (rows == null || !rows.isArray()) {
            throw new IllegalStateException(list.getClass() + " has no rows called " + field);
        }
        response.contentType(contentType);
        return switch (this) {
            case CSV -> RowTable.of(list, field, document).csv(json).getBytes(StandardCharsets.UTF_8);
            case NDJSON -> {
                var lines = new ByteArrayOutputStream();
                for (JsonNode row : rows.values()) {
                    lines.write(json.writeValueAsBytes(row));
                    lines.write('\n');
                }
                yield lines.toByteArray();
            }
        };
    }
}
