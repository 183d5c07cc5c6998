package io.prorata.bootstrap.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of all commands: the English one stands with each command, and is what translations are found by. */
public final class HelpTexts {

    private final Map<String, String> english = new LinkedHashMap<>();

    private HelpTexts() {}

    /** Returns all texts of the help below {@code line}, by the names that picocli looks them up by; lines are apart by {@code \n}. */
    public static Map<String, String> of(CommandLine line) {
        var texts = new HelpTexts();
        texts.command(line);
        return texts.english;
    }

    /** Lets {@code line} and all commands below it say their help as {@code words} does. */
    public static void translate(CommandLine line, TerminalWords words) {
        SortedMap<String, Object> translated = new TreeMap<>();
        of(line).forEach((key, text) -> {
            String[] lines = words.sentence(text).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                // One line alone is one text, of which there may be no list.
                translated.put(lines.length == 1 ? key : key + "." + i, lines[i]);
            }
        });
        line.setResourceBundle(new Bundle(translated));
    }

    private void command(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        String name = spec.qualifiedName(".") + ".";
        UsageMessageSpec usage = spec.usageMessage();
        add(name + "usage.description", usage.description());
        add(name + "usage.footer", usage.footer());
        add(name + "usage.synopsisHeading", usage.synopsisHeading());
        add(name + "usage.footerHeading", usage.footerHeading());
        add(name + "usage.commandListHeading", usage.commandListHeading());
        add(name + "usage.optionListHeading", usage.optionListHeading());
        add(name + "usage.exitCodeListHeading", usage.exitCodeListHeading());
        List<String> codes = new ArrayList<>();
        usage.exitCodeList().forEach((code, means) -> codes.add(code + ":" + means));
        add(name + "usage.exitCodeList", codes.toArray(String[]::new));
        for (ArgSpec argument : spec.args()) {
            add(name + key(argument), argument.description());
        }
        for (CommandLine below : line.getSubcommands().values()) {
            command(below);
        }
    }

    private static String key(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> option.longestName().replaceFirst("^-+", "");
            case PositionalParamSpec parameter -> parameter.paramLabel() + "[" + parameter.index() + "]";
            default -> throw new IllegalArgumentException("neither option nor parameter: " + argument);
        };
    }

    private void add(String key, String... lines) {
        String text = String.join("\n", lines);
        if (!text.isBlank()) {
            english.put(key, text);
        }
    }

    private static final class Bundle extends ResourceBundle {

        private final SortedMap<String, Object> texts;

        Bundle(SortedMap<String, Object> texts) {
            this.texts = texts;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
