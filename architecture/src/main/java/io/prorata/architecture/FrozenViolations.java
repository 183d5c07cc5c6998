package io.prorata.architecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import com.tngtech.archunit.library.freeze.ViolationStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Stores the violations of a rule at its introduction in a text file, one a line: these pass, new ones fail, and fixed ones are removed
 * from the file. A rule without a file is not frozen, so that a missing file does not pass.
 */
final class FrozenViolations implements ViolationStore {

    /** The system property that creates missing files; read and commit them. */
    static final String FREEZE = "prorata.architecture.freeze";

    private final Path file;

    private FrozenViolations(Path file) {
        this.file = file;
    }

    /** Returns {@code rule} without the violations frozen in {@code folder}. */
    static NamedRule freeze(NamedRule rule, Path folder) {
        Path file = folder.resolve(rule.name() + ".txt");
        if (!Files.exists(file) && !Boolean.getBoolean(FREEZE)) {
            return rule;
        }
        return new NamedRule(rule.name(), FreezingArchRule.freeze(rule.rule()).persistIn(new FrozenViolations(file)));
    }

    @Override
    public void initialize(Properties properties) {
        // The folder exists.
    }

    @Override
    public boolean contains(ArchRule rule) {
        return Files.exists(file);
    }

    @Override
    public void save(ArchRule rule, List<String> violations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    violations.stream().map(FrozenViolations::oneLine).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @Override
    public List<String> getViolations(ArchRule rule) {
        try {
            return Files.readAllLines(file).stream()
                    .map(FrozenViolations::manyLines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String oneLine(String violation) {
        return violation.replace("\\", "\\\\").replace("\r\n", "\n").replace("\n", "\\n");
    }

    private static String manyLines(String line) {
        StringBuilder violation = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                violation.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            } else {
                violation.append(c);
            }
        }
        return violation.toString();
    }
}
