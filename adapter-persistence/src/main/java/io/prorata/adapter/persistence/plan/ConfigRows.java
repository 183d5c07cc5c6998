package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.CONFIG;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG_MEMBER;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.generated.tables.records.ConfigMemberRecord;
import io.prorata.adapter.persistence.generated.tables.records.ConfigRecord;
import io.prorata.application.port.Plans.Version;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Versions of the config, a row each and a row per member present. */
public final class ConfigRows {

    private ConfigRows() {}

    public static Timeline<Config> inForce(DSLContext sql, HouseholdId household) {
        return new Timeline<>(configs(sql, household, CONFIG.SUPERSEDED_BY.isNull()).stream()
                .map(version -> version.config())
                .map(config -> new Timeline.Entry<>(config.from(), Optional.of(config)))
                .toList());
    }

    /** Returns one version, superseded or not. */
    public static Optional<Config> find(DSLContext sql, HouseholdId household, long id) {
        return configs(sql, household, CONFIG.CONFIG_ID.eq(id)).stream()
                .map(Version::config)
                .findFirst();
    }

    /** Returns every version, the latest first. */
    public static List<Version> versions(DSLContext sql, HouseholdId household) {
        return configs(sql, household, noCondition()).reversed();
    }

    /** One statement: a row per member of a version, in the order of both primary keys. */
    private static List<Version> configs(DSLContext sql, HouseholdId household, Condition which) {
        Map<ConfigRecord, List<ConfigMemberRecord>> members = new LinkedHashMap<>();
        sql.select(CONFIG, CONFIG_MEMBER)
                .from(CONFIG)
                .leftJoin(CONFIG_MEMBER)
                .on(CONFIG_MEMBER.HOUSEHOLD_ID.eq(CONFIG.HOUSEHOLD_ID))
                .and(CONFIG_MEMBER.CONFIG_ID.eq(CONFIG.CONFIG_ID))
                .where(CONFIG.HOUSEHOLD_ID.eq(household.value()))
                .and(which)
                .orderBy(CONFIG.CONFIG_ID, CONFIG_MEMBER.POSITION)
                .forEach(row -> {
                    List<ConfigMemberRecord> present =
                            members.computeIfAbsent(row.value1(), config -> new ArrayList<>());
                    if (row.value2().getMemberKey() != null) {
                        present.add(row.value2());
                    }
                });
        return members.entrySet().stream()
                .map(entry -> new Version(
                        config(entry.getKey(), entry.getValue()),
                        entry.getKey().getSupersededBy() == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(entry.getKey().getSupersededBy())))
                .toList();
    }

    public static void add(DSLContext sql, HouseholdId household, Config config) {
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

    /** The row is removed before its predecessor replaces it: only one version of a month may be in force. */
    public static void remove(DSLContext sql, HouseholdId household, long id) {
        var removed = sql.select(CONFIG.SUPERSEDED_BY)
                .from(CONFIG)
                .where(CONFIG.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG.CONFIG_ID.eq(id))
                .fetchOptional()
                .orElseThrow(() -> new IllegalStateException("nothing has the id " + id));
        sql.deleteFrom(CONFIG_MEMBER)
                .where(CONFIG_MEMBER.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG_MEMBER.CONFIG_ID.eq(id))
                .execute();
        sql.deleteFrom(CONFIG)
                .where(CONFIG.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG.CONFIG_ID.eq(id))
                .execute();
        sql.update(CONFIG)
                .set(CONFIG.SUPERSEDED_BY, removed.value1())
                .where(CONFIG.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG.SUPERSEDED_BY.eq(id))
                .execute();
    }

    private static Config config(ConfigRecord row, List<ConfigMemberRecord> members) {
        return new Config(
                row.getConfigId(),
                row.getFromMonth(),
                members.stream().map(ConfigRows::memberIncome).toList(),
                key(row.getKeyMode(), members));
    }

    private static MemberIncome memberIncome(ConfigMemberRecord row) {
        Long ppm = row.getTaxPpm();
        TaxRule rule = ppm == null
                ? new TaxRule.Stated(new Money(row.getNetMinor()))
                : new TaxRule.FlatRate(new Rate(Math.toIntExact(ppm)));
        return new MemberIncome(new MemberKey(row.getMemberKey()), new Income(new Money(row.getGrossMinor()), rule));
    }

    private static SplitKey key(String mode, List<ConfigMemberRecord> members) {
        return switch (mode) {
            case "INCOME" -> new SplitKey.ByNetIncome(weights(members));
            case "EQUAL" -> new SplitKey.Equally();
            case "WEIGHTS" -> new SplitKey.Agreed(weights(members));
            default -> throw new IllegalStateException("unknown key mode: " + mode);
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
