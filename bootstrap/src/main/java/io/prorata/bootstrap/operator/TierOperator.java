package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.prorata.application.bankfile.Progress;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.domain.household.HouseholdId;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the person who runs Prorata does to what a running server keeps, answers included. */
public final class TierOperator implements AutoCloseable {

    private static final int LOOKED_EVERY_MILLIS = 50;

    private final OperatorConnection server;

    private TierOperator(OperatorConnection server) {
        this.server = server;
    }

    /** How many views were computed, and how many could not be. */
    public record Warmed(long done, long failed) {}

    /** Something that makes answers faster, and whether it is on. */
    public record FeatureState(String name, boolean on, String means) {}

    /** Returns the way to the server that has written {@code note}. */
    public static TierOperator of(OwnerFile note, CommandEnvironment environment) {
        return new TierOperator(new OperatorConnection(note, environment.words().language()));
    }

    /**
     * Lets a household's views of the latest {@code months} be computed, and waits for it.
     *
     * @param progress hears how many views of how many are done
     */
    public Warmed warm(HouseholdId household, int months, Progress progress) {
        OperatorConnection ours = server.of(household);
        JsonNode job = ours.post("/dashboard/cache/warm?months=" + months, "application/json", BodyPublishers.noBody());
        while (job.path("status").asText().equals("running")) {
            progress.at(
                    job.path("done").asInt() + job.path("failed").asInt(),
                    job.path("total").asInt());
            pause();
            job = ours.get("/dashboard/cache/warm/" + job.path("id").asLong());
        }
        return new Warmed(job.path("done").asLong(), job.path("failed").asLong());
    }

    /**
     * Deletes a household with all that is kept of it, in every tier.
     *
     * @param name of the household, as it was typed
     * @param revision of the household in its backup
     */
    public void delete(HouseholdId household, String name, long revision) {
        server.delete("/operator/households/" + household + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&revision=" + revision);
    }

    public List<FeatureState> features() {
        return states(server.get("/operator/features"));
    }

    /** Switches a feature, and returns all of them. */
    public List<FeatureState> turn(String name, boolean on) {
        return states(server.put(
                "/operator/features/" + name,
                JsonNodeFactory.instance.objectNode().put("on", on)));
    }

    private static List<FeatureState> states(JsonNode answer) {
        return StreamSupport.stream(answer.path("features").spliterator(), false)
                .map(feature -> new FeatureState(
                        feature.path("name").asText(),
                        feature.path("on").asBoolean(),
                        feature.path("means").asText()))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKED_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerSilentException("Interrupted while waiting for the server.", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
