package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.adapter.web.language.Language;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Households;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks the server that owns the books, over loopback. */
final class RemoteOperator implements Operator {

    /** Read, and the rules refuse it (RFC 9110). */
    private static final int UNPROCESSABLE = 422;

    private final OperatorConnection server;

    RemoteOperator(OwnerFile note, Language language) {
        this(new OperatorConnection(note, language));
    }

    RemoteOperator(OperatorConnection server) {
        this.server = server;
    }

    @Override
    public List<Households.Listed> households() {
        return stream(server.get("/operator/households").path("households"))
                .map(RemoteOperator::household)
                .toList();
    }

    @Override
    public Households.Listed found(Household settings) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", settings.name());
        body.put("currency", settings.currency().getCurrencyCode());
        body.put("time_zone", settings.zone().getId());
        var members = body.putArray("members");
        settings.members()
                .forEach(member ->
                        members.addObject().put("key", member.key().text()).put("name", member.name()));
        return household(server.post("/operator/households", body));
    }

    @Override
    public List<KnownToken> tokens(HouseholdId household) {
        return stream(server.of(household).get("/tokens").path("tokens"))
                .map(RemoteOperator::token)
                .toList();
    }

    @Override
    public NewToken issue(HouseholdId household, IssueToken.Command command) {
        JsonNode answer = server.of(household).post("/tokens", body(command));
        return new NewToken(token(answer), answer.path("token").asText());
    }

    @Override
    public String link(HouseholdId household, IssueToken.Command command) {
        return server.of(household)
                .post("/session/links", body(command))
                .path("code")
                .asText();
    }

    private static ObjectNode body(IssueToken.Command command) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", command.name());
        body.put("scope", command.scope().name().toLowerCase(Locale.ROOT));
        command.expiresAt().ifPresent(end -> body.put("expires_at", end.toString()));
        return body;
    }

    @Override
    public KnownToken revoke(HouseholdId household, long id) {
        server.of(household).delete("/tokens/" + id);
        return tokens(household).stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public ImportOutcome importFile(HouseholdId household, FileToImport file) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(file.options());
        parameters.put("file_name", file.name());
        parameters.put("dry_run", Boolean.toString(file.dryRun()));
        parameters.put("correct", Boolean.toString(file.correct()));
        parameters.put("rows", file.rows());
        parameters.put("profile", file.profile());
        String path = "/imports?"
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return RemoteImport.outcome(
                server.of(household).post(path, "text/csv", Upload.of(file.path(), file.progress())));
    }

    @Override
    public List<PastImport> imports(HouseholdId household) {
        return stream(server.of(household).get("/imports").path("imports"))
                .map(RemoteOperator::past)
                .toList();
    }

    @Override
    public PastImport undo(HouseholdId household, long importId, boolean evenIfChanged) {
        return past(server.of(household).delete("/imports/" + importId + "?force=" + evenIfChanged));
    }

    @Override
    public void markBills(HouseholdId household, long importId, SortedSet<Long> transactions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var ids = body.putArray("transactions");
        transactions.forEach(ids::add);
        server.of(household).post("/imports/" + importId + "/bills", body);
    }

    @Override
    public Optional<JsonNode> explain(HouseholdId household, FigureToExplain figure) {
        try {
            return Optional.of(server.of(household).get(figure.address()));
        } catch (ServerRefusedException e) {
            if (e.status() == UNPROCESSABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static Households.Listed household(JsonNode answer) {
        return new Households.Listed(
                new HouseholdId(answer.path("id").asLong()),
                new Household(
                        answer.path("name").asText(),
                        Currency.getInstance(answer.path("currency").asText()),
                        ZoneId.of(answer.path("time_zone").asText()),
                        stream(answer.path("members"))
                                .map(member -> new Member(
                                        new MemberKey(member.path("key").asText()),
                                        member.path("name").asText()))
                                .toList()));
    }

    private static PastImport past(JsonNode answer) {
        return new PastImport(
                answer.path("id").asLong(),
                Optional.ofNullable(answer.path("file_name").textValue()),
                Instant.parse(answer.path("imported_at").asText()),
                answer.path("lines").asInt(),
                answer.path("added").asInt(),
                answer.path("known").asInt(),
                answer.path("refused").asInt(),
                answer.path("undone").asBoolean());
    }

    private static KnownToken token(JsonNode answer) {
        return new KnownToken(
                answer.path("id").asLong(),
                answer.path("name").asText(),
                Tokens.TokenScope.valueOf(answer.path("scope").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(answer.path("issued_at").asText()),
                answer.path("revoked").asBoolean(),
                Optional.ofNullable(answer.path("expires_at").textValue()).map(Instant::parse));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
