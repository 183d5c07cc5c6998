package io.prorata.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator <a href="https://github.com/wg/wrk">wrk</a>, which sends the next request of a connection when the one before is
 * answered: how many a second go through, not how long anybody would wait at a given rate.
 */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern PERCENTILE = Pattern.compile("(?m)^\\s+(50|99)%\\s+([0-9.]+)(us|ms|s)$");
    private static final Pattern WRONG = Pattern.compile("(?m)^\\s*(Non-2xx.*|Socket errors.*)$");

    private Wrk() {}

    /** What came of it: requests a second, and what half of them and all but one in a hundred took. */
    record Result(double perSecond, double p50Millis, double p99Millis) {}

    /** Returns whether it is on this machine. */
    static boolean isThere() {
        try {
            Process process = new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param more further options, of which {@code -H} is a header and {@code -s} a script */
    static Result run(String address, int connections, int seconds, List<String> more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("wrk", "--latency", "-t1", "-c" + connections, "-d" + seconds + "s"));
        command.addAll(more);
        command.add(address);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return parsed(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Result parsed(String said) throws IOException {
        Matcher wrong = WRONG.matcher(said);
        Matcher rate = RATE.matcher(said);
        if (wrong.find() || !rate.find()) {
            throw new IOException(said);
        }
        double[] percentiles = new double[100];
        Matcher percentile = PERCENTILE.matcher(said);
        while (percentile.find()) {
            percentiles[Integer.parseInt(percentile.group(1))] = Double.parseDouble(percentile.group(2))
                    * switch (percentile.group(3)) {
                        case "us" -> 0.001;
                        case "ms" -> 1;
                        default -> 1000;
                    };
        }
        return new Result(Double.parseDouble(rate.group(1)), percentiles[50], percentiles[99]);
    }
}
