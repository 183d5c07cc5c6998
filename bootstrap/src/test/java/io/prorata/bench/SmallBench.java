package io.prorata.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the smallest steps of an answer cost, each measured by JMH in a process of its own. */
final class SmallBench {

    private static final TimeValue ROUND = TimeValue.seconds(1);
    private static final int ROUNDS = 5;

    /** Rounds after which a step of our own is as quick as it gets. */
    private static final int SOON_WARM = 3;

    /** As many for steps that go through a library with much code in it, which takes Java longer to compile. */
    private static final int LATE_WARM = 8;

    private static final List<Step> STEPS = List.of(
            new Step(DomainBench.class, "amountAmongTwo", SOON_WARM, "an amount divided among 2"),
            new Step(DomainBench.class, "amountAmongFive", SOON_WARM, "an amount divided among 5"),
            new Step(DomainBench.class, "planOfTwo", SOON_WARM, "month plan, 2 members, 50 lines"),
            new Step(DomainBench.class, "planOfFive", SOON_WARM, "month plan, 5 members, 50 lines"),
            new Step(TierBench.class, "foundNear", SOON_WARM, "near tier, summary found"),
            new Step(TierBench.class, "keptNear", SOON_WARM, "near tier, summary kept"),
            new Step(TierBench.class, "foundFar", LATE_WARM, "far tier, summary found"),
            new Step(TierBench.class, "foundInTheTable", LATE_WARM, "table tier, summary found"),
            new Step(TierBench.class, "computed", LATE_WARM, "summary of 120 rows, computed"));

    private SmallBench() {}

    /**
     * One row of the table.
     *
     * @param warming rounds that do not count yet
     * @param said what it is to the household
     */
    private record Step(Class<?> of, String method, int warming, String said) {

        Result<?> measured() throws RunnerException {
            var options = new OptionsBuilder()
                    .include("^" + Pattern.quote(of.getName() + "." + method) + "$")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .forks(1)
                    .warmupIterations(warming)
                    .warmupTime(ROUND)
                    .measurementIterations(ROUNDS)
                    .measurementTime(ROUND)
                    .shouldFailOnError(true)
                    .build();
            // What a process says on its own account, usually nothing, is not to end up in the table.
            var saying = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
            return new Runner(options, saying).runSingle().getPrimaryResult();
        }
    }

    public static void main(String... arguments) throws RunnerException {
        List<Result<?>> results = new ArrayList<>();
        for (Step step : STEPS) {
            System.err.printf("%d of %d: %s%n", results.size() + 1, STEPS.size(), step.said());
            results.add(step.measured());
        }
        int widest = STEPS.stream().mapToInt(step -> step.said().length()).max().orElseThrow();
        System.out.printf("| %-" + widest + "s | %10s | %10s |%n", "what", "µs", "± (99.9 %)");
        System.out.printf("|%s|%s:|%s:|%n", "-".repeat(widest + 2), "-".repeat(11), "-".repeat(11));
        for (int i = 0; i < results.size(); i++) {
            Result<?> result = results.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "| %-" + widest + "s | %,10.3f | %,10.3f |%n",
                    STEPS.get(i).said(),
                    result.getScore(),
                    result.getScoreError());
        }
    }
}
