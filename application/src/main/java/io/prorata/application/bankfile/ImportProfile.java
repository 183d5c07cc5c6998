package io.prorata.application.bankfile;

import io.prorata.domain.RefusedException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the files of an account are read, as it was stated once. A file is one of them if its header is theirs.
 *
 * @param account as the options name it; absent if they name none
 * @param header of the files, as {@link HeaderKeys} compares it
 * @param options as they were stated, by their {@link ReadOption#parameter} names
 * @param revision of the household at which it last changed
 */
public record ImportProfile(
        long id, @Nullable String account, String header, SortedMap<String, String> options, long revision) {

    /**
     * Takes a copy of the options.
     *
     * @throws RefusedException naming the option that is not known, or whose value cannot be
     */
    public ImportProfile {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        ReadOptions.parse(options);
    }

    /** Returns the account that {@code options} name, if they do. */
    public static @Nullable String accountOf(Map<String, String> options) {
        return ReadOptions.parse(options).account().orElse(null);
    }

    /** Returns the options but for the account's name. */
    public SortedMap<String, String> ofAnyAccount() {
        SortedMap<String, String> others = new TreeMap<>(options);
        others.remove(ReadOption.ACCOUNT.parameter());
        return others;
    }

    /** Returns this with other {@code options}, from {@code revision} on. */
    public ImportProfile with(SortedMap<String, String> options, long revision) {
        return new ImportProfile(id, accountOf(options), header, options, revision);
    }
}
