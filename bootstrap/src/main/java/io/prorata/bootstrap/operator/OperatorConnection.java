package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.prorata.adapter.web.language.Language;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Requests to the server that owns the books, in the name of a user who may read its note. */
final class OperatorConnection implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int FIRST_ERROR = 400;

    private final HttpClient client;
    private final OwnerFile note;
    private final Language language;
    private final Optional<HouseholdId> household;
    private final UnaryOperator<String> optionOf;

    /** @param language in which the server says what is wrong */
    OperatorConnection(OwnerFile note, Language language) {
        this(note, language, ErrorDetails::usualOption);
    }

    /** @param optionOf returns the option of the command by the pointer or parameter that the server names in an error */
    OperatorConnection(OwnerFile note, Language language, UnaryOperator<String> optionOf) {
        this(PlainHttp.client(), note, language, Optional.empty(), optionOf);
    }

    private OperatorConnection(
            HttpClient client,
            OwnerFile note,
            Language language,
            Optional<HouseholdId> household,
            UnaryOperator<String> optionOf) {
        this.client = client;
        this.note = note;
        this.language = language;
        this.household = household;
        this.optionOf = optionOf;
    }

    /** Returns the same connection, as an admin of {@code household}. */
    OperatorConnection of(HouseholdId household) {
        return new OperatorConnection(client, note, language, Optional.of(household), optionOf);
    }

    JsonNode get(String path) {
        return send(path, "GET", "application/json", BodyPublishers.noBody());
    }

    JsonNode post(String path, JsonNode body) {
        return send(path, "POST", "application/json", BodyPublishers.ofString(body.toString()));
    }

    JsonNode post(String path, String type, BodyPublisher body) {
        return send(path, "POST", type, body);
    }

    JsonNode put(String path, JsonNode body) {
        return send(path, "PUT", "application/json", BodyPublishers.ofString(body.toString()));
    }

    JsonNode delete(String path) {
        return send(path, "DELETE", "application/json", BodyPublishers.noBody());
    }

    @Override
    public void close() {
        client.close();
    }

    private JsonNode send(String path, String method, String type, BodyPublisher body) {
        return answer(path, method, type, body, Optional.empty()).json();
    }

    /** @param expected the entity tag that the thing still has to have */
    ApiAnswer answer(String path, String method, String type, BodyPublisher body, Optional<String> expected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(note.address().resolve(path))
                .timeout(PATIENCE)
                .method(method, body)
                .header("Authorization", "Bearer " + note.secret())
                .header("Content-Type", type)
                .header("Accept-Language", language.code());
        household.ifPresent(id -> request.header("Prorata-Household", id.toString()));
        expected.ifPresent(tag -> request.header("If-Match", tag));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode answer = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
            if (response.statusCode() >= FIRST_ERROR) {
                throw refused(response.statusCode(), answer);
            }
            return new ApiAnswer(
                    response.body(),
                    answer,
                    response.headers().firstValue("ETag").orElse(""));
        } catch (JsonProcessingException e) {
            throw new ServerSilentException(
                    "What answers at " + note.address() + " is not the server that owns the database.", e);
        } catch (IOException e) {
            throw new ServerSilentException(
                    "The server that owns the database does not answer at " + note.address() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerSilentException("Interrupted while waiting for " + note.address() + ".", e);
        }
    }

    private ServerRefusedException refused(int status, JsonNode problem) {
        return new ServerRefusedException(
                status, ErrorDetails.of(status, problem, TerminalWords.in(language), optionOf));
    }
}
