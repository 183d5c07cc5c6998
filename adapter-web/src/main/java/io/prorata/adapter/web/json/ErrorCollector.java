package io.prorata.adapter.web.json;

import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parts of a request that are read one after the other, so that all that is wrong with them is said at once: whoever is told of one
 * fault at a time sends a form five times.
 */
public final class ErrorCollector {

    /** More help nobody: a file of ten thousand rows that are all wrong is wrong in one way. */
    private static final int MOST_ERRORS = 100;

    private final List<Problem> problems = new ArrayList<>();

    /** Reads a part. What is wrong with it is said by {@link #complete}, after which the value may be taken. */
    public <T> Supplier<T> read(Supplier<T> part) {
        try {
            T value = part.get();
            return () -> value;
        } catch (ProblemException e) {
            if (!e.problem().isOfParts()) {
                throw e;
            }
            problems.add(e.problem());
            return () -> {
                throw new IllegalStateException("taken before it was known to be right", e);
            };
        }
    }

    /** Checks what is no value of its own, such as that two parts fit together. */
    public void check(Runnable rule) {
        read(() -> {
            rule.run();
            return true;
        });
    }

    /** @throws ProblemException with everything that is wrong: 400 if any of it could not be read, else 422 */
    public void complete() {
        if (problems.isEmpty()) {
            return;
        }
        PartError[] errors = problems.stream()
                .flatMap(problem -> problem.errors().stream())
                .limit(MOST_ERRORS)
                .toArray(PartError[]::new);
        boolean read = problems.stream().allMatch(problem -> problem.status() == HttpStatus.UNPROCESSABLE_ENTITY);
        throw new ProblemException(read ? Problem.invalid(errors) : Problem.unreadable(errors));
    }

    /** Reads each of {@code items} and returns what they say, in their order. */
    static <I, T> List<T> each(List<I> items, Function<I, T> reader) {
        var parts = new ErrorCollector();
        List<Supplier<T>> read = new ArrayList<>();
        for (I item : items) {
            read.add(parts.read(() -> reader.apply(item)));
        }
        parts.complete();
        return read.stream().map(Supplier::get).toList();
    }
}
