package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.adapter.web.problem.RefusalMapper;
import io.prorata.application.request.Precondition;
import io.prorata.application.view.KnownDocuments;
import io.prorata.application.view.Revision;
import io.prorata.domain.Refusal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The preconditions of a request (RFC 9110, section 13). */
public final class Preconditions {

    public static final String REVISION = "X-Revision";
    public static final String MIN_REVISION = "Min-Revision";

    private static final Pattern REVISION_FORM = Pattern.compile("([0-9A-Za-z-]{1,64})\\.([0-9]{1,18})");

    private Preconditions() {}

    /** Returns whether the client has an answer with this tag. */
    static boolean has(HttpRequest<?> request, EntityTag tag) {
        KnownDocuments known = known(request);
        return known.any() || known.tags().contains(tag.opaque());
    }

    /** Returns the tags of the answers that the client has. */
    static KnownDocuments known(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (header == null) {
            return KnownDocuments.NONE;
        }
        if (header.strip().equals("*")) {
            return KnownDocuments.ANY;
        }
        Set<String> tags =
                EntityTag.listed(header).stream().map(EntityTag::opaque).collect(Collectors.toSet());
        return KnownDocuments.of(
                RowForm.of(request).map(form -> form.known(tags)).orElse(tags));
    }

    /**
     * Returns the expected states of a change.
     *
     * @throws ProblemException 428 without {@code If-Match}: concurrent edits would overwrite each other
     */
    public static Precondition expected(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw new ProblemException(Problem.of(
                            "if-match-needed",
                            "If-Match required",
                            HttpStatus.PRECONDITION_REQUIRED,
                            "Send the ETag you read as If-Match, so that no other change is lost.")
                    .at(new PartError.InHeader(HttpHeaders.IF_MATCH, "this header is missing")));
        }
        return header.strip().equals("*")
                ? Precondition.WHATEVER
                : Precondition.oneOf(EntityTag.listed(header).stream()
                        .flatMap(tag -> tag.stamp().stream())
                        .toList());
    }

    /** As {@link #expected}, for things that are removed as a whole and never edited: any state, unless one is stated. */
    public static Precondition expectedIfStated(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.IF_MATCH) ? expected(request) : Precondition.WHATEVER;
    }

    /**
     * Checks the stated precondition, if any, for a thing whose tag is a hash of its content.
     *
     * @throws ProblemException 412 if it is another
     */
    static void requireIfStated(HttpRequest<?> request, EntityTag current) {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (header != null
                && !header.strip().equals("*")
                && !EntityTag.listed(header).contains(current)) {
            throw new ProblemException(RefusalMapper.problemFor(new Refusal.Overtaken()));
        }
    }

    /**
     * Checks {@code Min-Revision}.
     *
     * @throws ProblemException 412 if the revision is not reached, or is of another history
     */
    static void requireReached(HttpRequest<?> request, Revision current) {
        String header = request.getHeaders().get(MIN_REVISION);
        if (header == null) {
            return;
        }
        Matcher form = REVISION_FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new ProblemException(Problem.unreadable(new PartError.InHeader(
                    MIN_REVISION, "a revision is written as X-Revision answers it, epoch.number")));
        }
        if (!form.group(1).equals(current.epoch()) || Long.parseLong(form.group(2)) > current.number()) {
            throw new ProblemException(Problem.of(
                            "revision-not-reached",
                            "Revision not reached",
                            HttpStatus.PRECONDITION_FAILED,
                            "The revision is " + current + ", asked for was " + header.strip() + ".")
                    .at(new PartError.InHeader(MIN_REVISION, "not reached")));
        }
    }
}
