package io.prorata.adapter.web.rendering;

import static io.prorata.application.Examples.NOON;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.prorata.application.freshness.FreshnessContract;
import io.prorata.application.memory.InMemoryBooks;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;

/** The bytes that are sent stay as they are exactly as long as their stamp. */
class RenderedFreshnessTest implements FreshnessContract {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Shelf shelf() {
        var books = new InMemoryBooks(Clock.fixed(NOON, ZoneOffset.UTC), new SplittableRandom(1));
        return new Shelf(books, books, new JsonRenderer(CONTEXT.getBean(JsonMapper.class)));
    }

    @Override
    public int seeds() {
        return 60;
    }
}
