package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.application.port.Households;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Requests to the API of one household, in the name of whoever may read the server's note.
 *
 * <p>Each method throws {@link ServerRefusedException} if the server answers with a problem.
 */
public final class HouseholdApi implements AutoCloseable {

    private static final String JSON = "application/json";

    private final OperatorConnection server;
    private final Households.Listed household;

    private HouseholdApi(OperatorConnection server, Households.Listed household) {
        this.server = server;
        this.household = household;
    }

    /**
     * Returns the API of the server that has written {@code note}.
     *
     * @param chosen returns the household that is meant, of all
     * @param optionOf returns the option of the command by the pointer or parameter that the server names in an error
     */
    public static HouseholdApi of(
            OwnerFile note,
            CommandEnvironment environment,
            Function<List<Households.Listed>, Households.Listed> chosen,
            UnaryOperator<String> optionOf) {
        var server = new OperatorConnection(note, environment.words().language(), optionOf);
        try {
            Households.Listed household = chosen.apply(new RemoteOperator(server).households());
            return new HouseholdApi(server.of(household.id()), household);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Returns the household whose API this is. */
    public Households.Listed household() {
        return household;
    }

    public ApiAnswer get(String path) {
        return server.answer(path, "GET", JSON, BodyPublishers.noBody(), Optional.empty());
    }

    public ApiAnswer post(String path, JsonNode body) {
        return server.answer(path, "POST", JSON, text(body), Optional.empty());
    }

    /** Changes the thing at {@code path}, a query included: what {@code body} does not name stays. */
    public ApiAnswer patch(String path, JsonNode body) {
        return changed("PATCH", path, path, text(body));
    }

    /** Replaces the thing at {@code path}. */
    public ApiAnswer put(String path, JsonNode body) {
        return changed("PUT", path, path, text(body));
    }

    /** Replaces the thing at {@code path} as it was {@code read}; refused if it was changed since. */
    public ApiAnswer put(String path, JsonNode body, ApiAnswer read) {
        return server.answer(path, "PUT", JSON, text(body), Optional.of(read.tag()));
    }

    /** Replaces a part of the thing at {@code whole}. */
    public ApiAnswer putPart(String path, String whole, JsonNode body) {
        return changed("PUT", path, whole, text(body));
    }

    /** Deletes or ends the thing at {@code path}. */
    public ApiAnswer delete(String path) {
        return changed("DELETE", path, path, BodyPublishers.noBody());
    }

    /** Deletes what the query of {@code path} selects. */
    public ApiAnswer deleteSelected(String path) {
        return server.answer(path, "DELETE", JSON, BodyPublishers.noBody(), Optional.empty());
    }

    /** A write states which state of the thing it changes: the one that is read before. */
    private ApiAnswer changed(String method, String path, String whole, BodyPublisher body) {
        int query = whole.indexOf('?');
        String tag = get(query < 0 ? whole : whole.substring(0, query)).tag();
        return server.answer(path, method, JSON, body, Optional.of(tag));
    }

    private static BodyPublisher text(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
