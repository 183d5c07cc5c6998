package io.prorata.adapter.web.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server is known by loopback names, the address at which it is reached, where it listens, and what is added. */
class HostNamesTest {

    private static final InetSocketAddress ARRIVED = new InetSocketAddress("192.168.1.20", 8642);

    @Test
    void theAddressOfTheConnectionIsItsOwnAndNoOther() {
        var names = new HostNames("0.0.0.0", List.of());
        assertTrue(names.accepts("192.168.1.20", ARRIVED));
        assertTrue(names.accepts("fe80::1", new InetSocketAddress("fe80::1", 1)));
        assertTrue(names.accepts("fe80:0:0:0:0:0:0:1", new InetSocketAddress("fe80::1", 1)));
        for (String other : List.of("192.168.1.21", "0.0.0.0", "fe80::1", "kitchen.example", "192.168.1.20.example")) {
            assertFalse(names.accepts(other, ARRIVED), other);
        }
    }

    @Test
    void loopbackNamesAlwaysHold() {
        var names = new HostNames("192.168.1.20", List.of());
        for (String loopback :
                List.of("localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1")) {
            assertTrue(names.accepts(loopback, ARRIVED), loopback);
        }
    }

    @Test
    void whereItListensAndWhatIsAddedHolds() {
        var names = new HostNames("Kitchen.example", List.of("Money.example", " other.example"));
        for (String name : List.of("kitchen.example", "money.example", "other.example")) {
            assertTrue(names.accepts(name, ARRIVED), name);
        }
        assertFalse(names.accepts("example", ARRIVED));
        assertFalse(names.accepts("x.money.example", ARRIVED));
    }

    @Test
    void aNameIsReadWithoutPortAndBrackets() {
        assertEquals(Optional.of("money.example"), HostNames.nameOf("Money.Example.:443"));
        assertEquals(Optional.of("::1"), HostNames.nameOf("[::1]:8642"));
        for (String none : List.of(
                "", ":", ":80", "a:b", "a:1:2", "a b", "a,b", "a@b", "[::1", "::1", "a/b", "\u00e9", "a:123456")) {
            assertEquals(Optional.empty(), HostNames.nameOf(none), none);
        }
    }
}
