package io.prorata.adapter.web.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.prorata.adapter.web.address.AllowedOrigins;
import io.prorata.adapter.web.address.HostNames;
import io.prorata.adapter.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for the head of every request. */
@Singleton
final class HeadRules {

    /** Two programs could each use another value of a repeated header. */
    private static final List<String> ONCE = List.of(
            "Authorization",
            "Content-Type",
            "Content-Encoding",
            "Transfer-Encoding",
            "Origin",
            "Expect",
            "If-Match",
            "Min-Revision",
            "Idempotency-Key",
            "Prorata-Household");

    private final HostNames names;
    private final AllowedOrigins origins;

    HeadRules(HostNames names, AllowedOrigins origins) {
        this.names = names;
        this.origins = origins;
    }

    /**
     * @param arrivedAt the server's end of the connection
     * @throws ProblemException if {@code head} breaks a rule
     */
    void check(HttpRequest head, @Nullable SocketAddress arrivedAt) {
        if (!head.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            throw Refused.head("The request is neither HTTP/1.1 nor HTTP/1.0.");
        }
        HttpHeaders headers = head.headers();
        for (String name : ONCE) {
            if (isRepeated(headers, name)) {
                throw Refused.header(name, "this header is there more than once");
            }
        }
        checkHost(headers, arrivedAt);
        checkTarget(head.uri(), arrivedAt);
        checkOrigin(headers, arrivedAt);
        checkBody(headers);
    }

    private void checkHost(HttpHeaders headers, @Nullable SocketAddress arrivedAt) {
        String host = headers.get(HttpHeaderNames.HOST);
        if (host == null) {
            throw Refused.header("Host", "this header is missing");
        }
        if (isRepeated(headers, "Host")) {
            throw Refused.header("Host", "this header is there more than once");
        }
        requireOwn(host, arrivedAt);
    }

    /** An absolute target takes precedence over the header (RFC 9112, section 3.2.2). */
    private void checkTarget(String target, @Nullable SocketAddress arrivedAt) {
        if (target.startsWith("/")) {
            return;
        }
        try {
            var absolute = new URI(target);
            if (absolute.getRawAuthority() != null) {
                requireOwn(absolute.getRawAuthority(), arrivedAt);
                return;
            }
        } catch (URISyntaxException e) {
            throw Refused.head("The address cannot be read.");
        }
        throw Refused.head("The address begins with a slash.");
    }

    private void requireOwn(String authority, @Nullable SocketAddress arrivedAt) {
        String name = HostNames.nameOf(authority)
                .orElseThrow(() -> Refused.header("Host", "a name or an address, and perhaps a port"));
        if (!names.accepts(name, arrivedAt)) {
            throw Refused.foreignHost(name);
        }
    }

    private void checkOrigin(HttpHeaders headers, @Nullable SocketAddress arrivedAt) {
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin != null
                && !origins.allows(origin)
                && authority(origin)
                        .flatMap(HostNames::nameOf)
                        .filter(name -> names.accepts(name, arrivedAt))
                        .isEmpty()) {
            throw Refused.foreignOrigin();
        }
    }

    /** A page without an origin sends {@code null}, which is no name. */
    private static Optional<String> authority(String origin) {
        for (String scheme : List.of("http://", "https://")) {
            if (origin.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return Optional.of(origin.substring(scheme.length()));
            }
        }
        return Optional.empty();
    }

    private static void checkBody(HttpHeaders headers) {
        String transfer = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        if (transfer != null && !transfer.strip().equalsIgnoreCase("chunked")) {
            throw Refused.header("Transfer-Encoding", "only chunked");
        }
        String coding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw Refused.contentCoding();
        }
        String expected = headers.get(HttpHeaderNames.EXPECT);
        if (expected != null && !expected.strip().equalsIgnoreCase("100-continue")) {
            throw Refused.expectation();
        }
    }

    private static boolean isRepeated(HttpHeaders headers, String name) {
        Iterator<? extends CharSequence> values = headers.valueCharSequenceIterator(name);
        if (!values.hasNext()) {
            return false;
        }
        values.next();
        return values.hasNext();
    }
}
