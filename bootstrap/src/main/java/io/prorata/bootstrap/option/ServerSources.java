package io.prorata.bootstrap.option;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.prorata.adapter.web.properties.ServerProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings of a server besides the command line: variables of the environment, and a file. */
public final class ServerSources {

    private ServerSources() {}

    /**
     * Returns the settings by the names of properties; the environment takes precedence over the file.
     *
     * @param file in the form of {@code application.yml}, with properties that begin with {@code prorata.}
     * @throws UsageException if there is no such file, or it has an unknown or invalid property
     */
    public static Map<String, Object> of(@Nullable Path file, Map<String, String> environment) {
        Map<String, Object> said = new TreeMap<>();
        if (file != null) {
            said.putAll(read(file));
        }
        for (String property : ServerProperties.names()) {
            String value = environment.get(variable(property));
            if (value != null && !value.isBlank()) {
                said.put(property, value);
            }
        }
        return said;
    }

    /** Returns the variable of a property: {@code PRORATA_REQUEST_TIME} for {@code prorata.request-time}. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Map<String, Object> read(Path file) {
        Map<String, Object> read;
        try (InputStream text = Files.newInputStream(file)) {
            read = new YamlPropertySourceLoader().read(file.toString(), text);
        } catch (IOException e) {
            throw new UsageException("There is no file to read at " + file + ".", e);
        } catch (RuntimeException e) {
            throw new UsageException(file + " is not YAML: " + e.getMessage(), e);
        }
        for (String property : read.keySet()) {
            if (!ServerProperties.names().contains(property)) {
                throw new UsageException(file + " says " + property + ", which is no setting of the server; these are: "
                        + String.join(", ", ServerProperties.names()) + ".");
            }
        }
        return read;
    }
}
