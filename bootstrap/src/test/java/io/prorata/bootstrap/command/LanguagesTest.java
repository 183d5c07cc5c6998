package io.prorata.bootstrap.command;

import static io.prorata.application.text.SourceTexts.ALL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.language.Language;
import io.prorata.application.text.SourceTexts;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.environment.HelpTexts;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The terminal in three languages: all that it says is translated, and nothing that a script reads changes. */
class LanguagesTest {

    private static final List<Language> OTHERS = List.of(Language.FR, Language.DE);
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    /** The same word in both languages, and meant so. */
    private static final Set<String> ALIKE = Set.of("fr Provisions", "fr provisions", "fr version {0}", "fr dates {0}");

    @TempDir
    private Path home;

    private static SortedMap<String, String> said() {
        List<Path> sources = List.of(
                Path.of("src", "main", "java"),
                Path.of("..", "adapter-persistence", "src", "main", "java"),
                Path.of("..", "application", "src", "main", "java"));
        Map<String, Integer> calls = Map.ofEntries(
                Map.entry("print", 0),
                Map.entry("printNote", 0),
                Map.entry("text", 0),
                Map.entry("heads", ALL),
                Map.entry("numberColumn", 0),
                Map.entry("wordColumn", 0),
                Map.entry("textColumn", 0),
                Map.entry("amountColumn", 0),
                Map.entry("tell", 1),
                Map.entry("UsageException", 0),
                Map.entry("TypeConversionException", 0),
                Map.entry("CannotServeException", 0),
                Map.entry("ServerSilentException", 0),
                Map.entry("UnusableDatabaseException", 0),
                Map.entry("UnreadableExportException", 0),
                Map.entry("Feature", 0),
                Map.entry("ReadOption", 0),
                Map.entry("checked", 0));
        SortedMap<String, String> said = new TreeMap<>(SourceTexts.of(sources, calls));
        // Fields of an answer, not said to anybody.
        said.values().removeAll(Set.of("RemoteFormat.java", "RemoteImport.java"));
        return said;
    }

    @Test
    void everythingThatIsPrintedIsTranslated() {
        for (Language language : OTHERS) {
            TerminalWords words = TerminalWords.in(language);
            SortedMap<String, String> missing = said();
            missing.keySet()
                    .removeIf(english -> !words.text(english, places()).equals(english)
                            || ALIKE.contains(language.code() + " " + english));
            assertEquals(Map.of(), missing, language.code());
        }
    }

    @Test
    void everyHelpTextIsTranslated() {
        for (Language language : OTHERS) {
            TerminalWords words = TerminalWords.in(language);
            SortedSet<String> missing = new TreeSet<>();
            HelpTexts.of(english()).forEach((key, text) -> {
                if (words.sentence(text).equals(text) && !isCommandsAlone(text)) {
                    missing.add(text);
                }
            });
            assertEquals(Set.of(), missing, language.code());
        }
    }

    private CommandLine english() {
        return Program.in(new Shell(Path.of(".")).environment());
    }

    /** Examples without a word beside them are the same in every language. */
    private static boolean isCommandsAlone(String text) {
        return text.lines().allMatch(line -> line.matches("  +\\S+( \\S+)*"));
    }

    @Test
    void valuesAreTheSameInEachLanguage() {
        for (Language language : OTHERS) {
            TerminalWords words = TerminalWords.in(language);
            for (String english : words.texts()) {
                assertEquals(places(english), places(words.text(english, places())), language + ": " + english);
            }
        }
    }

    private static Object[] places() {
        return new Object[] {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}"};
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void helpIsShownInTheLanguageOfTheEnvironment() {
        String french = in("fr_FR.UTF-8").must("import", "--help").out();
        assertTrue(french.startsWith("Usage : prorata import"), french);
        assertTrue(french.contains("Prendre le fichier d’une banque"), french);
        assertTrue(french.contains("Montrer cette aide et finir."), french);
        assertTrue(french.contains("Comment lire : la devise de toutes les lignes"), french);
        assertTrue(french.contains("Quel foyer, comme 'prorata household list' les numérote."), french);
        String german = in("de_DE").must("--help").out();
        assertTrue(german.contains("Befehle:") && german.contains("Rückgabewerte:"), german);
        assertTrue(german.contains("die Befehlszeile ist nicht verständlich"), german);
        assertTrue(in("C").must("--help").out().startsWith("Usage: prorata"));
        assertArrayEquals(
                english().getSubcommands().keySet().toArray(),
                Program.in(in("fr").environment()).getSubcommands().keySet().toArray());
    }

    private Shell in(String locale) {
        return new Shell(home).with("LANG", locale);
    }

    @Test
    void answersAndErrorsAreInTheLanguageAndScriptsReadTheSame() throws IOException {
        Shell english = new Shell(home);
        english.must("household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "x=X");
        Shell french = in("fr_FR.UTF-8");
        Shell german = in("de_DE.UTF-8");

        Ended wrong = french.run("household", "crate");
        assertEquals(english.run("household", "crate").code(), wrong.code());
        assertTrue(wrong.err().contains("Essayez : prorata household --help"), wrong.err());
        Ended option = german.run("token", "create", "--name", "x", "--scope", "all");
        assertEquals(ExitCode.USAGE, option.code());
        assertTrue(
                option.err().contains("Ungültiger Wert für die Option '--scope': „all“ ist keines von: read"),
                option.err());
        Ended missing = french.run("token", "create");
        assertTrue(missing.err().contains("Il manque une option : '--name=NAME'"), missing.err());

        Ended made = french.must("token", "create", "--name", "phone");
        assertTrue(made.out().strip().matches("prorata_1_1_\\S+"), made.out());
        assertTrue(made.err().contains("Gardez-le maintenant"), made.err());
        assertTrue(german.must("token", "list").out().contains("gültig"));
        assertEquals(
                english.run("token", "revoke", "99").code(),
                french.run("token", "revoke", "99").code());
        assertTrue(french.run("token", "revoke", "99").err().contains("Aucun jeton n’a l’identifiant 99."));

        Path file = Files.writeString(
                home.resolve("march.csv"), "Date;Label;Amount\n2026-03-06;Rent;-1234,50\n2026-02-30;Bread;-2,00\n");
        String report = french.run("import", file.toString(), "--dry-run").out();
        assertTrue(report.contains("-1\u202f234,50"), report);
        assertTrue(report.contains("pas une date"), report);
        assertTrue(german.run("import", file.toString(), "--dry-run").out().contains("-1.234,50"));
        assertTrue(english.run("import", file.toString(), "--dry-run").out().contains("-1,234.50"));
    }

    @Test
    void aServerIsAskedInTheLanguageOfTheTerminal() {
        Shell english = new Shell(home);
        english.must("household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "x=X");
        String locally = in("fr").run("token", "revoke", "99").err();
        try (Server _ =
                Server.start(english.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            assertEquals(locally, in("fr").run("token", "revoke", "99").err());
            assertFalse(in("de").run("features", "on", "nothing").err().contains("No feature"));
            assertTrue(in("de").must("features", "list").out().contains("Dokumente werden im Speicher"));
        }
    }
}
