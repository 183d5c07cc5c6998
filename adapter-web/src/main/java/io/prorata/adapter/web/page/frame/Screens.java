package io.prorata.adapter.web.page.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.address.PublicAddress;
import io.prorata.adapter.web.language.Language;
import io.prorata.application.change.ShowRevision;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.request.Access;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes screens of templates, and sends them. */
@Singleton
public final class Screens {

    /** Everything from this server, no script or style inside the page, and no page around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PublicAddress addresses;
    private final ShowHousehold showHousehold;
    private final ShowRevision showRevision;

    Screens(PublicAddress addresses, ShowHousehold showHousehold, ShowRevision showRevision) {
        this.addresses = addresses;
        this.showHousehold = showHousehold;
        this.showRevision = showRevision;
    }

    /** Returns the frame of a screen of somebody who has signed in. */
    public Frame frame(HttpRequest<?> request, Access access, String place, String titleKey) {
        Words words = Words.in(Language.of(request));
        return frame(request, access, place, words, words.of(titleKey));
    }

    /** As {@link #frame(HttpRequest, Access, String, String)}, with a title that is no text of the page. */
    public Frame titled(HttpRequest<?> request, Access access, String place, String title) {
        return frame(request, access, place, Words.in(Language.of(request)), title);
    }

    private Frame frame(HttpRequest<?> request, Access access, String place, Words words, String title) {
        // Before whatever is shown: what changes in between is told and fetched again.
        String since = showRevision.show(access.household()).toString();
        Household household = showHousehold.show(access.household()).thing().household();
        String who = household.members().stream().map(Member::name).collect(Collectors.joining(" & "));
        return new Frame(
                words,
                addresses.of(request).prefix(),
                place,
                title,
                who.isEmpty() ? household.name() : who,
                since,
                done(request),
                Assets.NAMES);
    }

    /** Whoever writes an address by hand is offered no more than to look at a change. */
    private static String done(HttpRequest<?> request) {
        String revision = request.getParameters().get(OfPage.DONE);
        return revision != null && REVISION.matcher(revision).matches() ? revision : "";
    }

    /** Returns the frame of a screen for anybody. */
    public Frame open(HttpRequest<?> request, String titleKey) {
        Words words = Words.in(Language.of(request));
        return new Frame(words, addresses.of(request).prefix(), "", words.of(titleKey), "", "", "", Assets.NAMES);
    }

    /** Answers with {@code template}, filled with {@code model}. */
    public HttpResponse<byte[]> show(Frame frame, String template, Object model) {
        return show(frame, template, model, HttpStatus.OK);
    }

    /** As {@link #show(Frame, String, Object)}, where something went wrong. */
    public MutableHttpResponse<byte[]> show(Frame frame, String template, Object model, HttpStatus status) {
        return HttpResponse.<byte[]>status(status)
                .body(render(frame, template, model))
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                // Without a referrer, browsers say of the page's own forms that they come from nowhere.
                .header("Referrer-Policy", "same-origin")
                .header("Content-Language", frame.words().language().code())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private byte[] render(Frame frame, String template, Object model) {
        var html = new Utf8ByteOutput();
        templates.render(template, Map.of("f", frame, "m", model), html);
        var bytes = new ByteArrayOutputStream(html.getContentLength());
        try {
            html.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Sends the browser on to {@code path} of this server: what it has sent is not sent again when the page is loaded anew. */
    public HttpResponse<byte[]> goOn(HttpRequest<?> request, String path) {
        return HttpResponse.<byte[]>seeOther(URI.create(path));
    }
}
