package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/** The program in docs/explain, which knows nothing of ours, asking through {@code get}. */
record DerivationCheck(Object program) {

    static final Path PROGRAM = Path.of("..", "docs", "explain", "CheckDerivation.java");

    private static final Class<?> COMPILED = compile();

    private static Class<?> compile() {
        try {
            Path folder = Files.createTempDirectory("derivation");
            assertEquals(
                    0,
                    ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-d", folder.toString(), PROGRAM.toString()));
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}).loadClass("CheckDerivation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static DerivationCheck of(UnaryOperator<String> get) throws ReflectiveOperationException {
        Constructor<?> constructor = COMPILED.getDeclaredConstructor(UnaryOperator.class);
        constructor.setAccessible(true);
        return new DerivationCheck(constructor.newInstance(get));
    }

    String figure(String address) throws ReflectiveOperationException {
        Method figure = COMPILED.getDeclaredMethod("figure", String.class);
        figure.setAccessible(true);
        return (String) figure.invoke(program, address);
    }

    List<?> faults() throws ReflectiveOperationException {
        Field faults = COMPILED.getDeclaredField("faults");
        faults.setAccessible(true);
        return (List<?>) faults.get(program);
    }

    static String explain(String figure, YearMonth month) {
        return explain(figure, "month=" + month);
    }

    /** @param parameters the view and its parameters */
    static String explain(String figure, String parameters) {
        return "/explain?figure=" + URLEncoder.encode(figure, StandardCharsets.UTF_8) + "&" + parameters;
    }

    /** The amounts and percentages that a view shows, by their pointers; what is for display alone, and what names things, is none. */
    static void figures(String pointer, JsonNode shown, Map<String, String> figures) {
        if (shown.isTextual()
                && shown.asText().matches("-?[0-9]+(\\.[0-9]+)?")
                && !pointer.matches(".*/(ratio|name|label|category|paid_from_category|member)")) {
            figures.put(pointer, shown.asText());
        }
        if (shown.isObject()) {
            shown.properties().forEach(field -> figures(pointer + "/" + field.getKey(), field.getValue(), figures));
        }
        for (int i = 0; shown.isArray() && i < shown.size(); i++) {
            figures(pointer + "/" + i, shown.get(i), figures);
        }
    }
}
