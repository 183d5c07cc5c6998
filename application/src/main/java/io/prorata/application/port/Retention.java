package io.prorata.application.port;

import java.time.Duration;

/**
 * How long a request is remembered that its sender may repeat.
 *
 * @param time by the clock, in whichever direction it went; and of running time, unless as many requests were carried out since
 * @param requests of the same household
 */
public record Retention(Duration time, long requests) {

    /** Returns whether a request of {@code then} is forgotten {@code now}. */
    public boolean forgets(CarriedAt then, CarriedAt now) {
        boolean byClock = Duration.between(then.clock(), now.clock()).abs().compareTo(time) >= 0;
        boolean byRunning = now.running().minus(then.running()).compareTo(time) >= 0;
        boolean byNumber = now.number() - then.number() > requests;
        return byClock && (byRunning || byNumber);
    }
}
