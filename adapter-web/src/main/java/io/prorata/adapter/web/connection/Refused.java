package io.prorata.adapter.web.connection;

import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;

/** Refusals of requests that violate HTTP or the rules of this server. */
final class Refused {

    private Refused() {}

    static ProblemException header(String header, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InHeader(header, detail)));
    }

    static ProblemException head(String detail) {
        return new ProblemException(
                Problem.of("unreadable-request", "Request not readable", HttpStatus.BAD_REQUEST, detail));
    }

    static ProblemException expectation() {
        return new ProblemException(Problem.of(
                        "request-refused",
                        "Request refused",
                        HttpStatus.EXPECTATION_FAILED,
                        "Nothing but 100-continue can be expected.")
                .at(new PartError.InHeader("Expect", "only 100-continue")));
    }

    static ProblemException contentCoding() {
        return new ProblemException(Problem.of(
                        "unsupported-content-encoding",
                        "Cannot read this content coding",
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Bodies are read as they are: send this one without a Content-Encoding.")
                .at(new PartError.InHeader("Content-Encoding", "only identity")));
    }

    static ProblemException brokenBody() {
        return new ProblemException(Problem.of(
                "broken-body",
                "The body arrived broken",
                HttpStatus.BAD_REQUEST,
                "The body is not framed as HTTP asks for. Nothing was done with it, and the connection is closed."));
    }

    static ProblemException foreignHost(String name) {
        return new ProblemException(Problem.of(
                        "foreign-host",
                        "The server does not have this name",
                        HttpStatus.MISDIRECTED_REQUEST,
                        "The server is not known as " + name + ". If it is meant to be, start it with --host-name "
                                + name + ".")
                .at(new PartError.InHeader("Host", "not a name of this server")));
    }

    static ProblemException foreignOrigin() {
        return new ProblemException(Problem.of(
                        "foreign-origin",
                        "Pages from elsewhere are refused",
                        HttpStatus.FORBIDDEN,
                        "The page that asks is not of this server. If its name is one of the server's, start it with"
                                + " --host-name NAME.")
                .at(new PartError.InHeader("Origin", "not a name of this server")));
    }
}
