package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.CONFIG;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG_MEMBER;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Versions of the config, a row each and a row per member present. */
final class ConfigRows {

    private static final Param<Long> ID = DSL.param("id", CONFIG.CONFIG_ID);

    private static final Versions IN_FORCE = Versions.of(List.of(), CONFIG.SUPERSEDED_BY.isNull());
    private static final Versions ONE = Versions.of(List.of(ID), CONFIG.CONFIG_ID.eq(ID));
    private static final Versions ALL = Versions.of(List.of(), DSL.noCondition());

    private static final Question SUPERSEDED =
            Question.of(CONFIG, CONFIG.HOUSEHOLD_ID.eq(Question.HOUSEHOLD).and(CONFIG.SUPERSEDED_BY.isNotNull()));

    private ConfigRows() {}

    /** How versions are asked for, and their members. */
    private record Versions(Question configs, Question members) {

        static Versions of(List<Param<?>> others, Condition which) {
            Condition here = CONFIG.HOUSEHOLD_ID.eq(Question.HOUSEHOLD).and(which);
            return new Versions(
                    Question.of(others, CONFIG, here),
                    Question.of(
                            others,
                            CONFIG_MEMBER,
                            CONFIG_MEMBER
                                    .HOUSEHOLD_ID
                                    .eq(Question.HOUSEHOLD)
                                    .and(CONFIG_MEMBER.CONFIG_ID.in(DSL.select(CONFIG.CONFIG_ID)
                                            .from(CONFIG)
                                            .where(here)))));
        }
    }

    static Supplier<Timeline<Config>> askInForce(Together together, HouseholdId household) {
        Supplier<List<Config>> configs = ask(together, household, IN_FORCE);
        return () -> new Timeline<>(configs.get().stream()
                .map(config -> new Timeline.Entry<>(config.from(), Optional.of(config)))
                .toList());
    }

    /** Asks for one version, superseded or not. */
    static Supplier<Optional<Config>> ask(Together together, HouseholdId household, long id) {
        Supplier<List<Config>> configs = ask(together, household, ONE, id);
        return () -> configs.get().stream().findFirst();
    }

    /** Asks for every version, the latest made first. */
    static Supplier<List<Version>> askVersions(Together together, HouseholdId household) {
        Supplier<List<Config>> configs = ask(together, household, ALL);
        var superseded = together.ask(SUPERSEDED, household);
        return () -> {
            Map<Long, Long> successors = superseded.rows().stream()
                    .collect(Collectors.toMap(row -> row.get(CONFIG.CONFIG_ID), row -> row.get(CONFIG.SUPERSEDED_BY)));
            return configs.get().stream()
                    .sorted(Comparator.comparingLong(Config::id).reversed())
                    .map(config -> new Version(
                            config,
                            successors.containsKey(config.id())
                                    ? OptionalLong.of(successors.get(config.id()))
                                    : OptionalLong.empty()))
                    .toList();
        };
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

    /** The row goes before its predecessor takes its place: only one version of a month may be in force at a time. */
    static void remove(DSLContext sql, HouseholdId household, long id) {
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

    private static Supplier<List<Config>> ask(
            Together together, HouseholdId household, Versions which, Object... others) {
        var versions = together.ask(which.configs(), household, others);
        var members = together.ask(which.members(), household, others);
        return () -> {
            Map<Long, List<Together.Row>> present = members.rows().stream()
                    .sorted(Comparator.comparing(row -> row.get(CONFIG_MEMBER.POSITION)))
                    .collect(Collectors.groupingBy(row -> row.get(CONFIG_MEMBER.CONFIG_ID)));
            return versions.rows().stream()
                    .map(row -> config(row, present.getOrDefault(row.get(CONFIG.CONFIG_ID), List.of())))
                    .toList();
        };
    }

    private static Config config(Together.Row row, List<Together.Row> members) {
        return new Config(
                row.get(CONFIG.CONFIG_ID),
                row.get(CONFIG.FROM_MONTH),
                members.stream().map(ConfigRows::memberIncome).toList(),
                key(row.get(CONFIG.KEY_MODE), members));
    }

    private static MemberIncome memberIncome(Together.Row row) {
        var gross = new Money(row.get(CONFIG_MEMBER.GROSS_MINOR));
        Long ppm = row.find(CONFIG_MEMBER.TAX_PPM);
        TaxRule rule = ppm == null
                ? new TaxRule.Stated(new Money(row.get(CONFIG_MEMBER.NET_MINOR)))
                : new TaxRule.FlatRate(new Rate(Math.toIntExact(ppm)));
        return new MemberIncome(new MemberKey(row.get(CONFIG_MEMBER.MEMBER_KEY)), new Income(gross, rule));
    }

    private static SplitKey key(String mode, List<Together.Row> members) {
        return switch (mode) {
            case "INCOME" -> new SplitKey.ByNetIncome(weights(members));
            case "WEIGHTS" -> new SplitKey.Agreed(weights(members));
            case "EQUAL" -> new SplitKey.Equally();
            default -> throw new IllegalStateException("no such way to divide: " + mode);
        };
    }

    private static Weights weights(List<Together.Row> members) {
        return new Weights(
                members.stream().map(row -> row.get(CONFIG_MEMBER.WEIGHT)).toList());
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
