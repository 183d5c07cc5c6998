package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses a media type by {@code Accept} (RFC 9110, section 12.5.1). */
public final class AcceptedType {

    private AcceptedType() {}

    /**
     * Returns the type of {@code offered} that is wanted most: the weight of a type is that of the most specific range that has it. Of equal
     * weights it is the one that the client names first; where nothing is asked for, the first of all.
     */
    public static String of(HttpRequest<?> request, List<String> offered) {
        List<MediaType> ranges = List.copyOf(request.accept());
        Optional<String> wanted = Optional.empty();
        BigDecimal most = BigDecimal.ZERO;
        int first = Integer.MAX_VALUE;
        for (String type : offered) {
            Optional<MediaType> range = ranges.stream()
                    .filter(candidate -> candidate.matches(MediaType.of(type)))
                    .min(Comparator.comparingInt(AcceptedType::wildcards));
            BigDecimal weight = range.map(MediaType::getQualityAsNumber).orElse(BigDecimal.ZERO);
            int place = range.map(ranges::indexOf).orElse(Integer.MAX_VALUE);
            int better = weight.compareTo(most);
            if (better > 0 || (better == 0 && weight.signum() > 0 && place < first)) {
                wanted = Optional.of(type);
                most = weight;
                first = place;
            }
        }
        return wanted.orElse(offered.getFirst());
    }

    private static int wildcards(MediaType range) {
        return (range.getType().equals("*") ? 1 : 0) + (range.getSubtype().equals("*") ? 1 : 0);
    }
}
