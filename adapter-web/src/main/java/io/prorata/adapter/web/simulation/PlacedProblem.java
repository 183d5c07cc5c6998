package io.prorata.adapter.web.simulation;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.adapter.web.problem.RefusalMapper;
import io.prorata.domain.RefusedException;
import java.util.List;
import java.util.function.Supplier;

/** The problem of a change, with its places in the request for the simulation. */
final class PlacedProblem {

    private PlacedProblem() {}

    /** @throws ProblemException if {@code work} is refused, with places in the change number {@code place} */
    static <T> T of(int place, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            throw new ProblemException(placed(RefusalMapper.problemFor(e.refusal()), place));
        } catch (ProblemException e) {
            throw new ProblemException(placed(e.problem(), place));
        }
    }

    private static Problem placed(Problem problem, int place) {
        String change = "/changes/" + place;
        List<PartError> errors = problem.errors().isEmpty()
                ? List.of(new PartError.InBody(change, problem.detail()))
                : problem.errors().stream()
                        .map(error -> (PartError) new PartError.InBody(change + within(error), error.detail()))
                        .toList();
        return problem.at(errors.toArray(PartError[]::new));
    }

    private static String within(PartError error) {
        return switch (error) {
            case PartError.InBody(String pointer, String _) -> "/body" + pointer;
            case PartError.InParameter _ -> "/path";
            case PartError.InHeader _ -> "";
        };
    }

    /** Returns what is wrong with the change number {@code place}, at its path. */
    static ProblemException atPath(int place, String detail) {
        return new ProblemException(Problem.invalid(new PartError.InBody("/changes/" + place + "/path", detail)));
    }

    /** Returns all of {@code problems} as one: 400 if any of them cannot be read, else 422; a problem of another kind alone. */
    static ProblemException together(List<Problem> problems) {
        List<Problem> others =
                problems.stream().filter(problem -> !problem.isOfParts()).toList();
        if (!others.isEmpty() || problems.size() == 1) {
            return new ProblemException(others.isEmpty() ? problems.getFirst() : others.getFirst());
        }
        PartError[] errors =
                problems.stream().flatMap(problem -> problem.errors().stream()).toArray(PartError[]::new);
        boolean readable =
                problems.stream().allMatch(problem -> problem.status().getCode() == 422);
        return new ProblemException(readable ? Problem.invalid(errors) : Problem.unreadable(errors));
    }
}
