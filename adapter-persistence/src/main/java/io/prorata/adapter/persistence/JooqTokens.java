package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.TOKEN;

import io.prorata.adapter.persistence.generated.tables.records.TokenRecord;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

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

    private static Token token(TokenRecord row) {
        return new Token(
                row.getTokenId(),
                row.getName(),
                TokenScope.valueOf(row.getScope()),
                row.getHash(),
                row.getAt(),
                Flags.of(row.getRevoked()),
                Optional.ofNullable(row.getLastUsed()),
                Optional.ofNullable(row.getExpiresAt()));
    }
}
