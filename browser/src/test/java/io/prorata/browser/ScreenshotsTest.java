package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Pictures of every screen, at a desk and on a phone, by day and by night: in {@code target/screenshots}, or in {@code docs/images} with
 * {@code -Dprorata.screenshots=write}. They differ from machine to machine with its fonts, so nothing compares them.
 */
class ScreenshotsTest {

    private record Device(String name, int width, int height) {}

    private static final List<Device> DEVICES = List.of(new Device("desk", 1280, 900), new Device("phone", 390, 844));

    @Test
    void everyScreenIsPictured() throws IOException {
        Path folder = "write".equals(System.getProperty("prorata.screenshots"))
                ? Path.of("..", "docs", "images")
                : Path.of("target", "screenshots");
        Files.createDirectories(folder);
        try (Visit visit = new Visit()) {
            for (Device device : DEVICES) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    try (Window window = visit.signedIn(new NewContextOptions()
                            .setViewportSize(device.width(), device.height())
                            .setColorScheme(scheme))) {
                        for (Screen screen : Screen.ALL) {
                            window.open(screen.path());
                            byte[] picture = window.page().screenshot();
                            assertTrue(picture.length > 5_000, screen + " is empty");
                            Files.write(
                                    folder.resolve(screen.name() + "-" + device.name() + "-"
                                            + scheme.name().toLowerCase(Locale.ROOT) + ".png"),
                                    picture);
                        }
                    }
                }
            }
        }
    }
}
