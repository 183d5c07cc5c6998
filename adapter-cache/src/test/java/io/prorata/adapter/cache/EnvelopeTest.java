package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.adapter.cache.Envelope.Opened;
import io.prorata.application.view.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final byte[] PAYLOAD = "{\"total\":\"1.00\"}".getBytes(StandardCharsets.UTF_8);

    private final Envelope envelope = new Envelope(new byte[] {1, 2, 3});
    private final byte[] sealed = envelope.seal("e\n1\nsummary", "4.77", PAYLOAD);

    @Test
    void whatIsSealedIsOpened() {
        assertEquals(new Opened.Payload(new Document(PAYLOAD)), envelope.open("e\n1\nsummary", "4.77", sealed));
    }

    @Test
    void anotherStampIsNoMistakeAndAnotherIdentityIsOne() {
        assertEquals(new Opened.OtherStamp(), envelope.open("e\n1\nsummary", "5.78", sealed));
        assertEquals(new Opened.Rejected(), envelope.open("e\n2\nsummary", "4.77", sealed));
        assertEquals(
                new Opened.Rejected(), envelope.open("e\n1\nsummary4", ".77", sealed), "where one part ends is sealed");
    }

    @Test
    void whoHasNotTheKeySealsNothing() {
        byte[] forged = new Envelope(new byte[] {9}).seal("e\n1\nsummary", "4.77", PAYLOAD);
        assertEquals(new Opened.Rejected(), envelope.open("e\n1\nsummary", "4.77", forged));
    }

    @Test
    void anyOtherBytesAreRejected() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            byte[] broken = switch (random.nextInt(3)) {
                case 0 -> flipped(random);
                case 1 -> Arrays.copyOf(sealed, random.nextInt(sealed.length));
                default -> bytes(random);
            };
            assertEquals(new Opened.Rejected(), envelope.open("e\n1\nsummary", "4.77", broken), "seed " + seed);
        }
    }

    private byte[] flipped(SplittableRandom random) {
        byte[] broken = sealed.clone();
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
        return broken;
    }

    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
