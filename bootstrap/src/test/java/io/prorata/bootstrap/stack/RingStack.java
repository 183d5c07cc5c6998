package io.prorata.bootstrap.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the program that a call stack passes, the outermost first, each once for the frames of it that follow one another:
 * {@code web > application > persistence}. A call goes inwards from whoever drives the program to the application and the domain, then out
 * to one adapter that it drives, and never back: no code of the web runs below the application.
 */
public record RingStack(List<String> parts) {

    private static final Set<String> DRIVING = Set.of("web", "bootstrap");
    private static final Set<String> INNER = Set.of("application", "domain");

    /** The adapter that calls the application back: the function of a unit of work runs inside its transaction. */
    private static final String TRANSACTIONS = "persistence";

    public RingStack {
        parts = List.copyOf(parts);
    }

    /** @param classes by their names, those of the latest call first, as a stack has them */
    public static RingStack of(String root, List<String> classes) {
        List<String> parts = new ArrayList<>();
        List<String> outermostFirst = new ArrayList<>(classes);
        Collections.reverse(outermostFirst);
        for (String name : outermostFirst) {
            part(root, name)
                    .filter(part -> parts.isEmpty() || !parts.getLast().equals(part))
                    .ifPresent(parts::add);
        }
        return new RingStack(parts);
    }

    /** Returns the stack of the calling thread, without this package. */
    public static RingStack current(String root) {
        return StackWalker.getInstance()
                .walk(frames -> of(
                        root,
                        frames.map(StackWalker.StackFrame::getClassName)
                                .filter(name -> !packageOf(name).equals(RingStack.class.getPackageName()))
                                .toList()));
    }

    private static Optional<String> part(String root, String name) {
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        String below = name.substring(root.length() + 1);
        if (below.startsWith("adapter.web.json.")) {
            // Texts of values, of which both the web and the renderer are made.
            return Optional.empty();
        }
        if (below.startsWith("adapter.web.rendering.")) {
            return Optional.of("rendering");
        }
        return Optional.of(below.replaceFirst("^adapter\\.", "").replaceFirst("\\..*", ""));
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    /** Returns what is wrong with it; empty if nothing is. */
    public Optional<String> fault() {
        boolean inside = false;
        Optional<String> transaction = Optional.empty();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String before = i == 0 ? "nobody" : parts.get(i - 1);
            if (DRIVING.contains(part)) {
                if (inside) {
                    return Optional.of(part + " runs inside " + before);
                }
            } else if (INNER.contains(part)) {
                inside = true;
                if (part.equals("application") && before.equals("domain")) {
                    return Optional.of("the domain calls the application");
                }
                if (part.equals("application") && isDriven(before) && !before.equals(TRANSACTIONS)) {
                    return Optional.of(before + " calls the application back");
                }
            } else {
                if (isDriven(before)) {
                    return Optional.of(before + " calls " + part);
                }
                if (transaction.isPresent() && !part.equals(TRANSACTIONS)) {
                    return Optional.of(part + " is called while a transaction is open");
                }
                if (part.equals(TRANSACTIONS)) {
                    transaction = Optional.of(part);
                }
                inside = true;
            }
        }
        return Optional.empty();
    }

    private static boolean isDriven(String part) {
        return !DRIVING.contains(part) && !INNER.contains(part) && !part.equals("nobody");
    }

    @Override
    public String toString() {
        return String.join(" > ", parts);
    }
}
