package io.prorata.application.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that stand in Java sources as arguments of certain calls, with {@code {0}}, {@code {1}} ... where a value is joined in. As
 * {@code xgettext} does, by the compiler's own parser.
 */
public final class SourceTexts {

    public static final int LAST = -1;
    public static final int ALL = -2;

    private final Map<String, Integer> calls;
    private final Map<String, String> constants = new HashMap<>();
    private final SortedMap<String, String> texts = new TreeMap<>();

    private SourceTexts(Map<String, Integer> calls) {
        this.calls = calls;
    }

    /**
     * @param folders of sources
     * @param calls names of methods and of classes whose constructors are meant, with the number of the argument that is a sentence, from 0 on;
     *     or {@link #LAST}, or {@link #ALL} of them
     * @return where each text was found, by the text
     */
    public static SortedMap<String, String> of(List<Path> folders, Map<String, Integer> calls) {
        var found = new SourceTexts(calls);
        found.read(folders);
        return found.texts;
    }

    @SuppressWarnings("NullAway") // no listener, no classes: as the compiler's interface has it
    private void read(List<Path> folders) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources(folders)));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(unit -> new Constants().scan(unit, ""));
            units.forEach(unit -> new Sentences().scan(unit, fileName(unit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(CompilationUnitTree unit) {
        String path = unit.getSourceFile().getName();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** Texts that have a name: by that, and by the name of their class in front. */
    private final class Constants extends TreeScanner<Void, String> {

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, String type) {
            ExpressionTree initial = variable.getInitializer();
            if (initial != null) {
                String text = literal(initial, type);
                // A number has a place of its own: it may change, and the sentence stays.
                if (text != null && !text.matches("-?[0-9]+")) {
                    constants.put(type + "." + variable.getName(), text);
                }
            }
            return super.visitVariable(variable, type);
        }
    }

    private final class Sentences extends TreeScanner<Void, String> {

        private String type = "";

        @Override
        public @Nullable Void visitClass(ClassTree declared, String file) {
            String outer = type;
            type = declared.getSimpleName().toString();
            super.visitClass(declared, file);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, String file) {
            take(made.getIdentifier().toString(), made.getArguments(), file);
            return super.visitNewClass(made, file);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, String file) {
            take(nameOf(call.getMethodSelect()), call.getArguments(), file);
            return super.visitMethodInvocation(call, file);
        }

        private void take(String name, List<? extends ExpressionTree> arguments, String file) {
            Integer which = calls.get(name.substring(name.lastIndexOf('.') + 1));
            if (which == null || arguments.isEmpty()) {
                return;
            }
            switch (which) {
                case ALL -> arguments.forEach(argument -> note(argument, file));
                case LAST -> note(arguments.getLast(), file);
                default -> {
                    if (which < arguments.size()) {
                        note(arguments.get(which), file);
                    }
                }
            }
        }

        /** Notes the sentence, and the pieces of which one or the other is joined in. */
        private void note(ExpressionTree expression, String file) {
            if (unwrapped(expression) instanceof ConditionalExpressionTree either) {
                note(either.getTrueExpression(), file);
                note(either.getFalseExpression(), file);
                return;
            }
            var text = new StringBuilder();
            append(expression, text, new int[1], file);
            if (text.toString().replaceAll("\\{[0-9]}", "").chars().anyMatch(Character::isLetter)) {
                texts.putIfAbsent(text.toString(), file);
            }
        }

        private void append(ExpressionTree part, StringBuilder text, int[] places, String file) {
            ExpressionTree expression = unwrapped(part);
            String literal = literal(expression, type);
            if (literal != null) {
                text.append(literal);
            } else if (expression instanceof BinaryTree joined && joined.getKind() == Kind.PLUS) {
                append(joined.getLeftOperand(), text, places, file);
                append(joined.getRightOperand(), text, places, file);
            } else {
                if (expression instanceof ConditionalExpressionTree) {
                    note(expression, file);
                }
                text.append('{').append(places[0]++).append('}');
            }
        }
    }

    private static ExpressionTree unwrapped(ExpressionTree expression) {
        return expression instanceof ParenthesizedTree wrapped ? unwrapped(wrapped.getExpression()) : expression;
    }

    private static String nameOf(ExpressionTree method) {
        return method instanceof MemberSelectTree selected
                ? selected.getIdentifier().toString()
                : method.toString();
    }

    /** Returns the text or number that {@code expression} is, or names; nothing if it is none. */
    private @Nullable String literal(ExpressionTree expression, String type) {
        return switch (expression) {
            case LiteralTree literal ->
                literal.getValue() == null ? null : literal.getValue().toString();
            case IdentifierTree name -> constants.get(type + "." + name.getName());
            case MemberSelectTree selected ->
                constants.get(nameOf(selected.getExpression()) + "." + selected.getIdentifier());
            case BinaryTree joined
            when joined.getKind() == Kind.PLUS -> {
                String left = literal(unwrapped(joined.getLeftOperand()), type);
                String right = literal(unwrapped(joined.getRightOperand()), type);
                yield left == null || right == null ? null : left + right;
            }
            default -> null;
        };
    }
}
