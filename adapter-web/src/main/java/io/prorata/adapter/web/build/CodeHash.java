package io.prorata.adapter.web.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A hash over classes, computed by the build: the same classes give the same hash, in folders or in jars. Any change of a class of the
 * rules, the views, the reading of the books or the rendering of answers changes the hash.
 */
public final class CodeHash {

    /** Runs in the build alone, and is in no jar. */
    private static final String OF_THE_BUILD = "/codegen/";

    private CodeHash() {}

    /**
     * Writes the hash into a file below a folder of classes.
     *
     * @param arguments the folder; then for each of our jars or folders the name of a class in it; then, after {@code --}, a class of each
     *     library, of which only the version counts
     */
    public static void main(String... arguments) throws IOException, ReflectiveOperationException {
        List<Path> code = new ArrayList<>();
        List<Path> libraries = new ArrayList<>();
        List<Path> named = code;
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            if (argument.equals("--")) {
                named = libraries;
            } else {
                named.add(homeOf(Class.forName(argument, false, CodeHash.class.getClassLoader())));
            }
        }
        Path file = Path.of(arguments[0]).resolve(CodeVersion.RESOURCE);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text(of(code, libraries)));
    }

    /**
     * Returns the hash of all classes in {@code code} and of the names of {@code libraries}, which contain their versions.
     *
     * @param code folders or jars; of two classes of one name the first counts, as it does on a class path
     */
    public static long of(List<Path> code, List<Path> libraries) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (Path home : code) {
            if (Files.isDirectory(home)) {
                collect(home, classes);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(home)) {
                    collect(jar.getPath("/"), classes);
                }
            }
        }
        MessageDigest hash = sha256();
        classes.forEach((name, bytes) -> {
            hash.update(name.getBytes(StandardCharsets.UTF_8));
            hash.update(sha256().digest(bytes));
        });
        libraries.stream()
                .map(library -> String.valueOf(library.getFileName()))
                .sorted()
                .forEach(name -> hash.update(name.getBytes(StandardCharsets.UTF_8)));
        return ByteBuffer.wrap(hash.digest()).getLong();
    }

    /** Returns {@code hash} as text, always equally long. */
    public static String text(long hash) {
        return HexFormat.of().toHexDigits(hash);
    }

    /** Returns the folder or jar that {@code type} comes from. */
    public static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Path home, SortedMap<String, byte[]> classes) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = home.relativize(file).toString().replace('\\', '/');
                if (!name.contains(OF_THE_BUILD)) {
                    classes.putIfAbsent(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
