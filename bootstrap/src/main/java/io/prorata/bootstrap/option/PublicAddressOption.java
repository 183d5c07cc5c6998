package io.prorata.bootstrap.option;

import io.prorata.adapter.web.address.AllowedOrigins;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** The public address of the server, and its proxies. */
public final class PublicAddressOption {

    private PublicAddressOption() {}

    /**
     * @return the address, without a slash at its end
     * @throws UsageException if it is no address, or not https
     */
    public static URI https(String text) {
        try {
            var address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getRawQuery() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new UsageException(refusal(text), e);
        }
        throw new UsageException(refusal(text));
    }

    private static String refusal(String text) {
        return "--public-address " + text
                + " is no address of a page for other devices: it begins with https://, such as https://money.example.";
    }

    /** @throws UsageException if one of them is no origin of a page */
    public static List<String> origins(List<String> stated) {
        return stated.stream()
                .map(origin -> AllowedOrigins.read(origin)
                        .orElseThrow(() -> new UsageException("--allow-origin " + origin
                                + " is no origin: scheme, name and perhaps a port, such as https://board.example.")))
                .toList();
    }

    /** @throws UsageException if one of them is no address */
    public static List<String> proxies(List<String> addresses) {
        for (String address : addresses) {
            try {
                InetAddress.ofLiteral(address);
            } catch (IllegalArgumentException e) {
                throw new UsageException(
                        "--proxy " + address + " is no address: give it in digits, such as 127.0.0.1.", e);
            }
        }
        return addresses;
    }
}
