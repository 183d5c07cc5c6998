package io.prorata.adapter.web.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page of the documentation, rendered as HTML from the Markdown in the program. */
final class MarkdownPage {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private static final String BEFORE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Prorata: problems</title>
              <link rel="stylesheet" href="{root}openapi/page.css">
            </head>
            <body>
            <main>
            """;

    private static final String AFTER = """
            </main>
            <footer><p><a href="{root}problems">All problems</a></p></footer>
            </body>
            </html>
            """;

    private MarkdownPage() {}

    /**
     * Returns the page in {@code resource}, if there is one.
     *
     * @param root relative path from the page to the server's root, which may have a prefix: empty, or {@code ../}
     */
    static Optional<byte[]> html(String resource, String root) {
        try (InputStream in = MarkdownPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Node page = PARSER.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            page.accept(new ServedLinks(root));
            String html = BEFORE.replace("{root}", root) + RENDERER.render(page) + AFTER.replace("{root}", root);
            return Optional.of(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages link to each other by file name; they are served without the suffix. */
    private static final class ServedLinks extends AbstractVisitor {

        private final String root;

        ServedLinks(String root) {
            this.root = root;
        }

        @Override
        public void visit(Link link) {
            if (link.getDestination().matches("[a-z-]+\\.md")) {
                link.setDestination(root + "problems/" + link.getDestination().replace(".md", ""));
            }
            visitChildren(link);
        }
    }
}
