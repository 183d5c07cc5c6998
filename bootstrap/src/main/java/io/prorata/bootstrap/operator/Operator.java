package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Households;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The operations of the command line on the books, with the same results whether a server owns them or not.
 *
 * <p>A refusal is a {@link io.prorata.domain.RefusedException} or, from a server, a {@link ServerRefusedException}.
 */
public interface Operator extends AutoCloseable {

    /**
     * A token without its secret.
     *
     * @param expiresAt the moment at which it expires; empty if it does not
     */
    record KnownToken(
            long id, String name, Tokens.TokenScope scope, Instant at, boolean revoked, Optional<Instant> expiresAt) {}

    /**
     * A new token.
     *
     * @param secret shown only once
     */
    record NewToken(KnownToken token, String secret) {}

    /** Returns every household, by id. */
    List<Households.Listed> households();

    /** Creates a household. */
    Households.Listed found(Household settings);

    /** Returns all tokens of the household, by id. */
    List<KnownToken> tokens(HouseholdId household);

    NewToken issue(HouseholdId household, IssueToken.Command command);

    /** Creates a link that signs a browser in once, and returns its code. */
    String link(HouseholdId household, IssueToken.Command command);

    KnownToken revoke(HouseholdId household, long id);

    /**
     * An import in the list.
     *
     * @param fileName given by the sender, if any
     */
    record PastImport(
            long id,
            Optional<String> fileName,
            Instant at,
            int lines,
            int added,
            int known,
            int refused,
            boolean undone) {}

    /**
     * Imports a bank file, or reports what that would do.
     *
     * @throws IOException if the file itself cannot be read
     */
    ImportOutcome importFile(HouseholdId household, FileToImport file) throws IOException;

    /** Returns all imports of the household, the latest first. */
    List<PastImport> imports(HouseholdId household);

    /** @param evenIfChanged whether rows that were changed since are removed too */
    PastImport undo(HouseholdId household, long importId, boolean evenIfChanged);

    /** Marks rows of an import as payments of planned bills. */
    void markBills(HouseholdId household, long importId, SortedSet<Long> transactions);

    /** Returns the answer of {@code GET /explain}; empty if the view shows no such figure. */
    Optional<JsonNode> explain(HouseholdId household, FigureToExplain figure);

    @Override
    void close();
}
