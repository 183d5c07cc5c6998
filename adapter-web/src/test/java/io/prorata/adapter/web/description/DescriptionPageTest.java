package io.prorata.adapter.web.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that tries the API asks before it writes: it is used on the books of a household that lives with them. */
class DescriptionPageTest {

    private static final Path PAGE = Path.of("src", "main", "resources", "openapi");

    @TempDir
    private Path folder;

    @Test
    void thePageSaysThatAWriteGoesToTheRealBooks() throws IOException {
        String html = Files.readString(PAGE.resolve("page.html"));
        assertTrue(html.contains("<dialog id=\"confirm\""), html);
        assertTrue(html.contains("it goes to the real books of the household"), html);
        String script = Files.readString(PAGE.resolve("page.js"));
        int asks = script.indexOf("if (!reads(method) && !await confirmed(");
        int sends = script.indexOf("fetch(address");
        assertTrue(asks > 0 && asks < sends, "a write is sent after the question, not before");
        assertEquals(sends, script.lastIndexOf("fetch(address"), "requests are sent in one place");
    }

    /** Runs the page's script with a document that notes what is shown, and a network that notes what is sent. */
    @Test
    void aWriteIsSentOnceItIsConfirmedAndAReadAtOnce() throws IOException, InterruptedException {
        assumeTrue(isThere("node"), "the script of the page needs Node to run, which is not on the PATH");
        Path run = Files.writeString(folder.resolve("run.js"), script() + CHECKS);
        Process node = new ProcessBuilder("node", run.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, node.waitFor(), said);
        assertEquals("get sent, post asked, post cancelled, post sent", said.strip());
    }

    /** Returns the page's script without its last statement, which begins to build the page. */
    private static String script() throws IOException {
        String script = Files.readString(PAGE.resolve("page.js"));
        return script.substring(0, script.lastIndexOf("start()"));
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static final String CHECKS = """

            const elements = {};
            globalThis.document = { getElementById: id => elements[id] ??= { value: '' } };
            Object.assign(byId('confirm'), {
              showModal() { this.open = true; },
              close(value) { this.open = false; this.returnValue = value; this.onclose(); }
            });
            let sent = [];
            globalThis.fetch = async (address, request) => {
              sent.push(request.method + ' ' + address);
              return { status: 200, statusText: '', text: async () => '', headers: { has: () => false } };
            };
            const said = [];
            const check = (holds, what) => { if (!holds) throw new Error('not so: ' + what + '; sent ' + sent); said.push(what); };
            const body = { value: '{}', dataset: { type: 'application/json' } };
            const turn = () => new Promise(resolve => setTimeout(resolve));
            (async () => {
              await send('get', '/config', [], new Map(), null, {});
              check(sent.join() === 'GET ../config', 'get sent');
              sent = [];
              let output = {};
              let sending = send('post', '/configs', [], new Map(), body, output);
              await turn();
              check(sent.length === 0 && byId('confirm').open && byId('confirm-request').textContent.startsWith('POST /configs'),
                'post asked');
              byId('confirm-cancel').onclick();
              await sending;
              check(sent.length === 0 && output.textContent === 'Not sent.', 'post cancelled');
              sending = send('post', '/configs', [], new Map(), body, output);
              await turn();
              byId('confirm-send').onclick();
              await sending;
              check(sent.join() === 'POST ../configs', 'post sent');
              console.log(said.join(', '));
            })().catch(failure => { console.log(failure.stack); process.exit(1); });
            """;
}
