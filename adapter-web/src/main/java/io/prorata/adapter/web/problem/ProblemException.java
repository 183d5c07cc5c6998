package io.prorata.adapter.web.problem;

/** Thrown by the web adapter where a request is refused before, or while, it is turned into a command. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
