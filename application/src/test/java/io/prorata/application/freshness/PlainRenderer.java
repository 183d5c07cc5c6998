package io.prorata.application.freshness;

import io.prorata.application.port.Renderer;
import io.prorata.application.query.ViewQuery.View;
import io.prorata.application.view.Document;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes down everything a view holds of its months. It holds its bills and provisions whole, with their terms of other months, their
 * opening and their movements, which it does not show.
 */
public final class PlainRenderer implements Renderer {

    /** A component of a record, and what reads it. */
    private record Part(String name, Method accessor) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(component.getName(), accessor);
        }
    }

    /** Looked up once for each class: Java makes a new accessor for whoever asks, and the first calls of each are slow. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    @Override
    public long version() {
        return 1;
    }

    @Override
    public Document render(View view) {
        return new Document(text(view).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable Object shown) {
        return switch (shown) {
            case null -> "-";
            case Timeline<?> dated -> "";
            case Provision provision -> provision.id() + text(provision.card());
            case Record record ->
                record.getClass().getSimpleName()
                        + PARTS.get(record.getClass()).stream()
                                .map(part -> part.name() + "=" + text(value(record, part)))
                                .collect(Collectors.joining(", ", "(", ")"));
            case Optional<?> optional -> text(optional.orElse(null));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case Set<?> all ->
                all.stream().map(PlainRenderer::text).sorted().collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> all -> all.stream().map(PlainRenderer::text).collect(Collectors.joining(", ", "[", "]"));
            default -> shown.toString();
        };
    }

    private static @Nullable Object value(Record record, Part part) {
        try {
            return part.accessor().invoke(record);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalStateException notAskedFor) {
                return notAskedFor.getMessage();
            }
            throw new LinkageError(e.getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
