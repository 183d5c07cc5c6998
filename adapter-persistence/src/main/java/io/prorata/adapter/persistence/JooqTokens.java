package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.TOKEN;

import io.prorata.adapter.persistence.generated.tables.records.TokenRecord;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.row.Flags;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Tokens in their table. */
final class JooqTokens implements Tokens {

    private final DSLContext sql;

    JooqTokens(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public long nextId(HouseholdId household) {
        return Counters.next(sql, household, "token", 1);
    }

    @Override
    public void add(HouseholdId household, Token token) {
        sql.insertInto(TOKEN)
                .set(TOKEN.HOUSEHOLD_ID, household.value())
                .set(TOKEN.TOKEN_ID, token.id())
                .set(TOKEN.NAME, token.name())
                .set(TOKEN.SCOPE, token.scope().name())
                .set(TOKEN.HASH, token.hash())
                .set(TOKEN.AT, token.at())
                .set(TOKEN.REVOKED, token.revoked() ? 1L : 0L)
                .set(TOKEN.KIND, kind(token.use()))
                .set(TOKEN.PARENT, parent(token.use()))
                .set(TOKEN.EXPIRES_AT, token.expiresAt().orElse(null))
                .execute();
    }

    @Override
    public Optional<Token> find(HouseholdId household, long id) {
        return sql.selectFrom(TOKEN)
                .where(TOKEN.HOUSEHOLD_ID.eq(household.value()))
                .and(TOKEN.TOKEN_ID.eq(id))
                .fetchOptional(JooqTokens::token);
    }

    @Override
    public List<Token> all(HouseholdId household) {
        return sql.selectFrom(TOKEN)
                .where(TOKEN.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(TOKEN.TOKEN_ID)
                .fetch(JooqTokens::token);
    }

    @Override
    public void revoke(HouseholdId household, long id) {
        sql.update(TOKEN)
                .set(TOKEN.REVOKED, 1L)
                .where(TOKEN.HOUSEHOLD_ID.eq(household.value()))
                .and(TOKEN.TOKEN_ID.eq(id))
                .execute();
    }

    private static String kind(Use use) {
        return switch (use) {
            case Use.Header _ -> "TOKEN";
            case Use.Session _ -> "SESSION";
            case Use.Link _ -> "LINK";
        };
    }

    private static @Nullable Long parent(Use use) {
        return use instanceof Use.Session(OptionalLong parent, Instant _) && parent.isPresent()
                ? parent.getAsLong()
                : null;
    }

    private static Use use(TokenRecord row) {
        return switch (row.getKind()) {
            case "TOKEN" -> new Use.Header(Optional.ofNullable(row.getExpiresAt()));
            case "SESSION" ->
                new Use.Session(
                        row.getParent() == null ? OptionalLong.empty() : OptionalLong.of(row.getParent()),
                        row.getExpiresAt());
            case "LINK" -> new Use.Link(row.getExpiresAt());
            default -> throw new IllegalStateException("no such kind of token: " + row.getKind());
        };
    }

    private static Token token(TokenRecord row) {
        return new Token(
                row.getTokenId(),
                row.getName(),
                TokenScope.valueOf(row.getScope()),
                row.getHash(),
                row.getAt(),
                Flags.of(row.getRevoked()),
                Optional.ofNullable(row.getLastUsed()),
                use(row));
    }
}
