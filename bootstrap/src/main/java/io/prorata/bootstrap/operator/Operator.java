package io.prorata.bootstrap.operator;

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
 * What the person who runs Prorata does to the books. Whether a server owns them or not makes no difference to what comes of it.
 *
 * <p>A refusal of the household is a {@link io.prorata.domain.RefusedException} or, said by a server, a
 * {@link ServerRefusedException}.
 */
public interface Operator extends AutoCloseable {

    /**
     * A token without its secret.
     *
     * @param expiresAt from when on it is not valid any more; empty if it stays valid
     */
    record KnownToken(
            long id, String name, Tokens.TokenScope scope, Instant at, boolean revoked, Optional<Instant> expiresAt) {}

    /**
     * A new token.
     *
     * @param secret shown this once
     */
    record NewToken(KnownToken token, String secret) {}

    /** Returns every household, by id. */
    List<Households.Listed> households();

    /** Founds a household. */
    Households.Listed found(Household settings);

    /** Returns all tokens of the household, by id. */
    List<KnownToken> tokens(HouseholdId household);

    NewToken issue(HouseholdId household, IssueToken.Command command);

    /** Makes a link by which a browser signs in once, and returns its code. */
    String link(HouseholdId household, IssueToken.Command command);

    KnownToken revoke(HouseholdId household, long id);

    /**
     * An import as it is listed.
     *
     * @param fileName as its sender called it, if they did
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
     * Imports a bank's file, or says what that would do.
     *
     * @throws IOException if the file itself cannot be read
     */
    ImportOutcome importFile(HouseholdId household, FileToImport file) throws IOException;

    /** Returns all imports of the household, the latest first. */
    List<PastImport> imports(HouseholdId household);

    /** @param evenIfChanged whether rows that were changed since go too */
    PastImport undo(HouseholdId household, long importId, boolean evenIfChanged);

    /** Marks rows of an import as paying planned bills. */
    void markBills(HouseholdId household, long importId, SortedSet<Long> transactions);

    @Override
    void close();
}
