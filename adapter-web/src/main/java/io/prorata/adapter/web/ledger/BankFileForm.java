package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A form with one bank file (RFC 7578): a part {@code file} and no other, as it is, without a coding of its own. */
public final class BankFileForm {

    private static final String TYPE = "multipart/";
    private static final String PART = "file";

    private final String fileName;
    private final byte[] bytes;

    private BankFileForm(String fileName, byte[] bytes) {
        this.fileName = fileName;
        this.bytes = bytes;
    }

    public String fileName() {
        return fileName;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Returns whether the body of {@code request} says that it has parts. */
    static boolean isForm(HttpRequest<?> request) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /** @throws ProblemException 400 if it is anything else than one file */
    public static BankFileForm read(HttpRequest<?> request, byte[] body) {
        if (!isForm(request)) {
            throw unreadable("a form with a file named " + PART + " is asked for");
        }
        var form = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        form.headers().set(HttpHeaderNames.CONTENT_TYPE, request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        HttpPostMultipartRequestDecoder decoder = decoder(form);
        try {
            return file(decoder.getBodyHttpDatas());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            decoder.destroy();
        }
    }

    private static HttpPostMultipartRequestDecoder decoder(DefaultFullHttpRequest form) {
        try {
            return new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), form);
        } catch (DecoderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The last of them: Netty's, of a part within a part that has no name.
            throw unreadable("the form cannot be read: every part needs a name, and none may have a transfer encoding");
        }
    }

    private static BankFileForm file(List<InterfaceHttpData> parts) throws IOException {
        if (parts.size() != 1) {
            throw unreadable("the form has " + parts.size() + " whole parts; one named " + PART + " is asked for");
        }
        if (!(parts.getFirst() instanceof FileUpload file) || !file.getName().equals(PART)) {
            throw unreadable("the form's part is named " + parts.getFirst().getName() + " or is no file; a file named "
                    + PART + " is asked for");
        }
        return new BankFileForm(file.getFilename(), file.get());
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InBody("", detail)));
    }
}
