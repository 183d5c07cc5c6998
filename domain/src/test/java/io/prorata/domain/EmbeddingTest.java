package io.prorata.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.money.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others embed the jar: it serves programs on Java 17, by itself. */
class EmbeddingTest {

    private static final int JAVA_17 = 61;

    /** The module folder, in which tests run. */
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private static final Path CLASSES = MODULE.resolve("target/classes");
    private static final Path PAGE = MODULE.resolveSibling("docs/embedding.md");

    @Test
    void theProgramOnThePageCompilesWithNothingElseAndPrintsWhatThePageSays(@TempDir Path folder) throws Exception {
        List<String> blocks = blocks(Files.readString(PAGE));
        Path source = folder.resolve("WhoPaysTheRent.java");
        Files.writeString(source, blocks.get(0));
        assertEquals("", javac("--class-path", CLASSES.toString(), "-d", folder.toString(), source.toString()));
        assertEquals(
                blocks.get(1),
                java("--class-path", CLASSES + System.getProperty("path.separator") + folder, "WhoPaysTheRent"));
    }

    @Test
    void itCompilesAsAModuleToo(@TempDir Path folder) throws Exception {
        List<String> blocks = blocks(Files.readString(PAGE));
        Path source = Files.createDirectories(folder.resolve("rent")).resolve("WhoPaysTheRent.java");
        Files.writeString(source, "package rent;\n" + blocks.get(0));
        Path module = folder.resolve("module-info.java");
        Files.writeString(module, "module rent { requires io.prorata.domain; }");
        assertEquals(
                "",
                javac(
                        "--module-path",
                        CLASSES.toString(),
                        "-d",
                        folder.toString(),
                        source.toString(),
                        module.toString()));
    }

    @Test
    void everyClassIsForJava17() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertTrue(classes.size() > 50, "classes in " + CLASSES);
            for (Path file : classes) {
                var header = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
                assertEquals(0xCAFEBABE, header.readInt(), file.toString());
                header.readUnsignedShort();
                assertEquals(JAVA_17, header.readUnsignedShort(), file.toString());
            }
        }
    }

    @Test
    void theModuleNeedsNothingAtRunTimeAndExportsEveryPackage() throws IOException {
        ModuleDescriptor module;
        try (var in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        module.requires().stream()
                .filter(required -> !required.name().equals("java.base"))
                .forEach(required -> {
                    assertTrue(required.modifiers().contains(Modifier.STATIC), required.toString());
                    assertFalse(required.modifiers().contains(Modifier.TRANSITIVE), required.toString());
                });
        List<String> packages;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            packages = files.filter(file -> file.getFileName().toString().equals("package-info.class"))
                    .map(file -> CLASSES.relativize(file.getParent())
                            .toString()
                            .replace('\\', '/')
                            .replace('/', '.'))
                    .sorted()
                    .toList();
        }
        assertEquals(
                packages,
                module.exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .sorted()
                        .toList());
        assertTrue(packages.contains(Money.class.getPackageName()), packages.toString());
    }

    /** No broken link, tag or markup, and nothing public without a word. Tags that would repeat a name may be left out. */
    @Test
    void everythingPublicIsDocumented(@TempDir Path folder) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-Xdoclint:all/protected", "-Xlint:-exports", "-Xmaxwarns", "9999"));
        arguments.addAll(List.of("--module-path", jspecify(), "-d", folder.toString()));
        try (Stream<Path> files = Files.walk(MODULE.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        String said = javac(arguments);
        assertTrue(said.contains("no @param"), "doclint has looked: " + said);
        assertEquals(
                List.of(),
                said.lines()
                        .filter(line -> line.contains("warning:") || line.contains("error:"))
                        .filter(line ->
                                !line.contains("warning: no @param for ") && !line.endsWith("warning: no @return"))
                        .toList());
    }

    private static String jspecify() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(path -> path != null)
                .flatMap(path -> Stream.of(path.split(Pattern.quote(System.getProperty("path.separator")))))
                .filter(entry -> entry.contains("jspecify"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blocks(String page) {
        Matcher fences = Pattern.compile("(?s)```\\w*\\n(.*?)```").matcher(page);
        return fences.results().map(fence -> fence.group(1)).toList();
    }

    /** Returns what the compiler said of code that has to be without a warning, which is nothing if all is well. */
    private static String javac(String... arguments) {
        List<String> strict = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
        strict.addAll(List.of(arguments));
        return javac(strict);
    }

    private static String javac(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8"));
        all.addAll(arguments);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, all.toArray(String[]::new));
        out.flush();
        return status == 0 ? said.toString() : "error: failed with " + status + "\n" + said;
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        program.getInputStream().transferTo(printed);
        assertEquals(0, program.waitFor(), printed.toString(StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
