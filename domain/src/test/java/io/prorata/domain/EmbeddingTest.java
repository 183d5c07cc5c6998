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
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
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

    /** A program of the page, and what it prints. */
    private record Program(String name, String source, String printed) {}

    private static List<Program> programs() throws IOException {
        Matcher blocks =
                Pattern.compile("(?s)```java\n(.*?)```.*?```text\n(.*?)```").matcher(Files.readString(PAGE));
        List<Program> programs = blocks.results()
                .map(block -> new Program(nameOf(block.group(1)), block.group(1), block.group(2)))
                .toList();
        assertEquals(2, programs.size(), "programs on the page");
        return programs;
    }

    private static String nameOf(String source) {
        Matcher name = Pattern.compile("public class (\\w+)").matcher(source);
        assertTrue(name.find(), source);
        return name.group(1);
    }

    @Test
    void theProgramsOnThePageCompileWithNothingElseAndPrintWhatThePageSays(@TempDir Path folder) throws Exception {
        for (Program program : programs()) {
            Path source = folder.resolve(program.name() + ".java");
            Files.writeString(source, program.source());
            assertEquals("", javac("--class-path", CLASSES.toString(), "-d", folder.toString(), source.toString()));
            assertEquals(
                    program.printed(),
                    java("--class-path", CLASSES + System.getProperty("path.separator") + folder, program.name()));
        }
    }

    @Test
    void theyCompileAsAModuleToo(@TempDir Path folder) throws Exception {
        Path module = folder.resolve("module-info.java");
        Files.writeString(module, "module rent { requires io.prorata.domain; }");
        for (Program program : programs()) {
            Path source = Files.createDirectories(folder.resolve("rent")).resolve(program.name() + ".java");
            Files.writeString(source, "package rent;\n" + program.source());
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

    private static ModuleDescriptor module() throws IOException {
        try (var in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    private static List<String> exported() throws IOException {
        return module().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.getFileName().toString().equals("package-info.class"))
                    .map(file -> CLASSES.relativize(file.getParent())
                            .toString()
                            .replace('\\', '/')
                            .replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theModuleNeedsNothingAtRunTime() throws IOException {
        module().requires().stream()
                .filter(required -> !required.name().equals("java.base"))
                .forEach(required -> {
                    assertTrue(required.modifiers().contains(Modifier.STATIC), required.toString());
                    assertFalse(required.modifiers().contains(Modifier.TRANSITIVE), required.toString());
                });
    }

    @Test
    void everyPackageIsExportedButThoseOfTheApplication() throws IOException {
        Set<String> kept = new TreeSet<>(packages());
        exported().forEach(kept::remove);
        assertEquals(
                new TreeSet<>(Set.of(
                        "io.prorata.domain",
                        "io.prorata.domain.digest",
                        "io.prorata.domain.naming",
                        "io.prorata.domain.renaming")),
                kept);
        assertTrue(exported().contains(Money.class.getPackageName()));
    }

    /** Public members of exported packages, as {@code Type.member}. */
    private static List<Member> members() throws IOException, ReflectiveOperationException {
        List<Member> members = new ArrayList<>();
        for (String name : exported()) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(name.replace('.', '/')))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    Class<?> type = Class.forName(
                            name + "." + file.getFileName().toString().replaceFirst("\\.class$", ""));
                    if (isSeen(type)) {
                        members.addAll(List.of(type.getDeclaredMethods()));
                        members.addAll(List.of(type.getDeclaredFields()));
                    }
                }
            }
        }
        members.removeIf(member -> !java.lang.reflect.Modifier.isPublic(member.getModifiers()) || member.isSynthetic());
        assertTrue(members.size() > 300, "members: " + members.size());
        return members;
    }

    private static boolean isSeen(Class<?> type) {
        return java.lang.reflect.Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isSeen(type.getDeclaringClass()));
    }

    @Test
    void noMethodHasTheNameOfAKotlinKeyword() throws Exception {
        Set<String> keywords = Set.of(
                "as",
                "break",
                "class",
                "continue",
                "do",
                "else",
                "false",
                "for",
                "fun",
                "if",
                "in",
                "interface",
                "is",
                "null",
                "object",
                "package",
                "return",
                "super",
                "this",
                "throw",
                "true",
                "try",
                "typealias",
                "typeof",
                "val",
                "var",
                "when",
                "while");
        assertEquals(
                List.of(),
                members().stream()
                        .filter(member -> keywords.contains(member.getName()))
                        .map(Member::toString)
                        .toList());
    }

    /** Whoever is given such a type by an exported method could not name it. */
    @Test
    void noExportedMethodSpeaksOfAPackageThatIsNotExported() throws Exception {
        List<String> exported = exported();
        for (Member member : members()) {
            Stream<Class<?>> types = member instanceof Method method
                    ? Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
                    : Stream.of(((Field) member).getType());
            types.filter(type -> type.getPackageName().startsWith("io.prorata"))
                    .forEach(type -> assertTrue(exported.contains(type.getPackageName()), member.toString()));
        }
    }

    /** A formula that is named is linked, and the page in the jar states every formula with its source. */
    @Test
    void everyFormulaIsLinkedToThePageInTheJar() throws IOException {
        String page = Files.readString(CLASSES.resolve("META-INF/formulas.html"));
        List<String> sections = List.of(page.split("<h2 id=\""));
        Set<String> stated = new TreeSet<>();
        for (String section : sections.subList(1, sections.size())) {
            stated.add(section.substring(0, section.indexOf('"')));
            assertTrue(section.contains("<em>Source</em>: "), section);
        }
        assertTrue(stated.size() > 15, stated.toString());

        Pattern comment = Pattern.compile("(?s)/\\*\\*.*?\\*/");
        Pattern named = Pattern.compile("formulas? (\\d+)(?: and (\\d+))?");
        Pattern linked = Pattern.compile("formulas\\.html#(\\w+)\"");
        int links = 0;
        try (Stream<Path> files = Files.walk(MODULE.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                for (String text : comment.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .toList()) {
                    Set<String> targets = linked.matcher(text)
                            .results()
                            .map(link -> link.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertTrue(stated.containsAll(targets), file + ": " + targets);
                    links += targets.size();
                    named.matcher(text).results().forEach(name -> {
                        assertTrue(targets.contains("f" + name.group(1)), file + ": " + text);
                        assertTrue(name.group(2) == null || targets.contains("f" + name.group(2)), file + ": " + text);
                    });
                }
            }
        }
        assertTrue(links > 30, "links: " + links);
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
