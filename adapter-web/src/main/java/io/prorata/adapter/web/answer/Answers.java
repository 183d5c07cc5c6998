package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.Revision;
import java.net.URI;
import java.util.function.Function;

/** Answers of single things and lists that can be edited, and of writes. */
public final class Answers {

    /** Stored by the client alone, and revalidated each time. */
    static final String PRIVATE = "private, no-cache";

    private Answers() {}

    /** Answers a read: 304 if the client has it already. */
    public static <T, B> HttpResponse<B> shown(
            HttpRequest<?> request, ReadResult<T> shown, Function<ReadResult<T>, B> body) {
        return shown(request, shown, EntityTag.of(shown.stamp()), body);
    }

    /**
     * Answers a read of a list: 304 if the client has it already.
     *
     * @param query with its defaults filled in: the same address may mean another month tomorrow
     */
    public static <T, B> HttpResponse<B> listed(
            HttpRequest<?> request, ReadResult<T> shown, Object query, Function<ReadResult<T>, B> body) {
        return shown(request, shown, EntityTag.of(shown.revision().epoch(), query, shown.stamp()), body);
    }

    private static <T, B> HttpResponse<B> shown(
            HttpRequest<?> request, ReadResult<T> shown, EntityTag tag, Function<ReadResult<T>, B> body) {
        Preconditions.requireReached(request, shown.revision());
        return Preconditions.has(request, tag)
                ? tagged(HttpResponse.status(HttpStatus.NOT_MODIFIED), tag, shown.revision())
                : tagged(HttpResponse.ok(body.apply(shown)), tag, shown.revision());
    }

    /** Answers with bytes that are the same for all clients: 304 if the client has them already. */
    public static HttpResponse<byte[]> constant(HttpRequest<?> request, byte[] bytes, EntityTag tag, String type) {
        MutableHttpResponse<byte[]> response = Preconditions.has(request, tag)
                ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
                : HttpResponse.ok(bytes).contentType(type);
        return response.header(HttpHeaders.ETAG, tag.toString()).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    /** Answers a write that created a thing with an address. */
    public static <B> HttpResponse<B> created(Committed<?> committed, URI location, B body) {
        return thing(HttpResponse.created(body, location), committed);
    }

    /** Answers a write that created a thing whose address has another content, and so another tag. */
    public static <B> HttpResponse<B> createdUntagged(Committed<?> committed, URI location, B body) {
        return written(HttpResponse.created(body, location), committed);
    }

    /** Answers a write that created several things. */
    public static <B> HttpResponse<B> made(Committed<?> committed, B body) {
        return written(HttpResponse.created(body), committed);
    }

    /**
     * Answers a read without a stamp: its tag is a hash of its content, so that a client that has it gets 304.
     *
     * @param body a record with the whole content
     */
    public static <T, B extends Record> HttpResponse<B> shownByContent(
            HttpRequest<?> request, ReadResult<T> shown, Function<ReadResult<T>, B> body) {
        B content = body.apply(shown);
        EntityTag tag = EntityTag.of(shown.revision().epoch(), content, shown.stamp());
        return shown(request, shown, tag, thing -> content);
    }

    /** Checks the stated precondition, if any, for a thing that {@link #shownByContent} shows. */
    public static <T, B extends Record> void requireIfStated(
            HttpRequest<?> request, ReadResult<T> shown, Function<ReadResult<T>, B> body) {
        Preconditions.requireIfStated(
                request, EntityTag.of(shown.revision().epoch(), body.apply(shown), shown.stamp()));
    }

    /** Answers a write that changed a thing, with its new tag. */
    public static <B> HttpResponse<B> changed(Committed<?> committed, B body) {
        return thing(HttpResponse.ok(body), committed);
    }

    /** Answers a write that changed several things. */
    public static <B> HttpResponse<B> done(Committed<?> committed, B body) {
        return written(HttpResponse.ok(body), committed);
    }

    /** Answers a write without content. */
    public static MutableHttpResponse<Void> gone(Committed<?> committed) {
        return written(HttpResponse.noContent(), committed);
    }

    private static <B> MutableHttpResponse<B> thing(MutableHttpResponse<B> response, Committed<?> committed) {
        return written(response, committed)
                .header(HttpHeaders.ETAG, EntityTag.of(committed.stamp()).toString());
    }

    private static <B> MutableHttpResponse<B> written(MutableHttpResponse<B> response, Committed<?> committed) {
        return response.header(Preconditions.REVISION, committed.revision().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static <B> MutableHttpResponse<B> tagged(
            MutableHttpResponse<B> response, EntityTag tag, Revision revision) {
        return response.header(HttpHeaders.ETAG, tag.toString())
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .header(Preconditions.REVISION, revision.toString());
    }
}
