package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.CONFIG;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG_MEMBER;

import io.prorata.adapter.persistence.generated.tables.records.ConfigMemberRecord;
import io.prorata.adapter.persistence.generated.tables.records.ConfigRecord;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Versions of the config, a row each and a row per member present. */
final class ConfigRows {

    private ConfigRows() {}

    static Timeline<Config> inForce(DSLContext sql, HouseholdId household) {
        return new Timeline<>(fetch(sql, household, CONFIG.SUPERSEDED_BY.isNull()).stream()
                .map(config -> new Timeline.Entry<>(config.from(), Optional.of(config)))
                .toList());
    }

    static Optional<Config> find(DSLContext sql, HouseholdId household, long id) {
        return fetch(sql, household, CONFIG.CONFIG_ID.eq(id)).stream().findFirst();
    }

    static void add(DSLContext sql, HouseholdId household, Config config) {
        sql.update(CONFIG)
                .set(CONFIG.SUPERSEDED_BY, config.id())
                .where(CONFIG.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG.FROM_MONTH.eq(config.from()))
                .and(CONFIG.SUPERSEDED_BY.isNull())
                .execute();
        KeyColumns key = KeyColumns.of(config.key());
        sql.insertInto(CONFIG)
                .set(CONFIG.HOUSEHOLD_ID, household.value())
                .set(CONFIG.CONFIG_ID, config.id())
                .set(CONFIG.FROM_MONTH, config.from())
                .set(CONFIG.KEY_MODE, key.mode())
                .execute();
        for (int position = 0; position < config.members().size(); position++) {
            MemberIncome member = config.members().get(position);
            TaxRule rule = member.income().taxRule();
            sql.insertInto(CONFIG_MEMBER)
                    .set(CONFIG_MEMBER.HOUSEHOLD_ID, household.value())
                    .set(CONFIG_MEMBER.CONFIG_ID, config.id())
                    .set(CONFIG_MEMBER.POSITION, (long) position)
                    .set(CONFIG_MEMBER.MEMBER_KEY, member.member().text())
                    .set(CONFIG_MEMBER.GROSS_MINOR, member.income().gross().minor())
                    .set(
                            CONFIG_MEMBER.TAX_PPM,
                            rule instanceof TaxRule.FlatRate(Rate rate) ? (Long) (long) rate.ppm() : null)
                    .set(CONFIG_MEMBER.NET_MINOR, rule instanceof TaxRule.Stated(Money net) ? (Long) net.minor() : null)
                    .set(CONFIG_MEMBER.WEIGHT, key.weight(position))
                    .execute();
        }
    }

    private static List<Config> fetch(DSLContext sql, HouseholdId household, Condition which) {
        Condition here = CONFIG.HOUSEHOLD_ID.eq(household.value()).and(which);
        Map<Long, List<ConfigMemberRecord>> members = sql.selectFrom(CONFIG_MEMBER)
                .where(CONFIG_MEMBER.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG_MEMBER.CONFIG_ID.in(
                        DSL.select(CONFIG.CONFIG_ID).from(CONFIG).where(here)))
                .orderBy(CONFIG_MEMBER.CONFIG_ID, CONFIG_MEMBER.POSITION)
                .fetchGroups(CONFIG_MEMBER.CONFIG_ID, row -> row.into(CONFIG_MEMBER));
        return sql.selectFrom(CONFIG)
                .where(here)
                .fetch(row -> config(row, members.getOrDefault(row.getConfigId(), List.of())));
    }

    private static Config config(ConfigRecord row, List<ConfigMemberRecord> members) {
        return new Config(
                row.getConfigId(),
                row.getFromMonth(),
                members.stream().map(ConfigRows::memberIncome).toList(),
                key(row.getKeyMode(), members));
    }

    private static MemberIncome memberIncome(ConfigMemberRecord row) {
        var gross = new Money(row.getGrossMinor());
        TaxRule rule = row.getTaxPpm() == null
                ? new TaxRule.Stated(new Money(row.getNetMinor()))
                : new TaxRule.FlatRate(new Rate(Math.toIntExact(row.getTaxPpm())));
        return new MemberIncome(new MemberKey(row.getMemberKey()), new Income(gross, rule));
    }

    private static SplitKey key(String mode, List<ConfigMemberRecord> members) {
        return switch (mode) {
            case "INCOME" -> new SplitKey.ByNetIncome(weights(members));
            case "WEIGHTS" -> new SplitKey.Agreed(weights(members));
            default -> new SplitKey.Equally();
        };
    }

    private static Weights weights(List<ConfigMemberRecord> members) {
        return new Weights(members.stream().map(ConfigMemberRecord::getWeight).toList());
    }

    private record KeyColumns(String mode, Optional<Weights> weights) {

        static KeyColumns of(SplitKey key) {
            return switch (key) {
                case SplitKey.ByNetIncome(Weights fallback) -> new KeyColumns("INCOME", Optional.of(fallback));
                case SplitKey.Equally() -> new KeyColumns("EQUAL", Optional.empty());
                case SplitKey.Agreed(Weights agreed) -> new KeyColumns("WEIGHTS", Optional.of(agreed));
            };
        }

        @Nullable
        Long weight(int position) {
            return weights.map(all -> all.of(position)).orElse(null);
        }
    }
}
