package io.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The packages of each part. All are full names.
 *
 * @param adapterGroups packages of which each one directly below is an adapter
 * @param adapters packages that are one adapter each
 * @param program packages of the program
 * @param root the package above all, which belongs to no part unless {@code program} names it
 */
record Layout(
        String root,
        List<String> domain,
        List<String> application,
        List<String> ports,
        List<String> withoutUseCases,
        List<String> adapterGroups,
        List<String> adapters,
        List<String> program,
        List<String> generated) {

    Layout {
        domain = List.copyOf(domain);
        application = List.copyOf(application);
        ports = List.copyOf(ports);
        withoutUseCases = List.copyOf(withoutUseCases);
        adapterGroups = List.copyOf(adapterGroups);
        adapters = List.copyOf(adapters);
        program = List.copyOf(program);
        generated = List.copyOf(generated);
    }

    DescribedPredicate<JavaClass> inDomain() {
        return describe("belong to the domain", type -> isIn(type, domain));
    }

    DescribedPredicate<JavaClass> inApplication() {
        return describe("belong to the application", type -> isIn(type, application));
    }

    DescribedPredicate<JavaClass> inAdapters() {
        return describe(
                "belong to an adapter", type -> adapterOf(type.getPackageName()).isPresent());
    }

    DescribedPredicate<JavaClass> inProgram() {
        return describe("belong to what puts the program together", type -> isProgram(type.getPackageName()));
    }

    DescribedPredicate<JavaClass> belowRoot() {
        return describe("lie below " + root, type -> isBelow(type.getPackageName(), root));
    }

    DescribedPredicate<JavaClass> generatedByTools() {
        return describe("are generated", type -> isIn(type, generated));
    }

    DescribedPredicate<JavaClass> writtenByHand() {
        return describe(
                "lie below " + root + " and are written by hand",
                type -> belowRoot().test(type) && !isIn(type, generated));
    }

    /** Whether the package is of the domain, of the application, of an adapter or of the program. */
    boolean isInAPart(String packageName) {
        return isBelowAny(packageName, domain)
                || isBelowAny(packageName, application)
                || adapterOf(packageName).isPresent()
                || isProgram(packageName);
    }

    /** Returns the package of the adapter that {@code packageName} belongs to; a package of adapters belongs to none itself. */
    Optional<String> adapterOf(String packageName) {
        Optional<String> single = adapters.stream()
                .filter(adapter -> isBelow(packageName, adapter))
                .findFirst();
        if (single.isPresent()) {
            return single;
        }
        return adapterGroups.stream()
                // Of groups within groups, the innermost says what is an adapter.
                .filter(group -> packageName.startsWith(group + "."))
                .reduce((one, other) -> one.length() >= other.length() ? one : other)
                .filter(group -> !adapterGroups.contains(packageName))
                .map(group -> {
                    int end = packageName.indexOf('.', group.length() + 1);
                    return end < 0 ? packageName : packageName.substring(0, end);
                });
    }

    private boolean isProgram(String packageName) {
        // The root as a part is that package alone: all others lie below it.
        return program.stream()
                .anyMatch(part -> part.equals(root) ? packageName.equals(root) : isBelow(packageName, part));
    }

    private static boolean isIn(JavaClass type, Collection<String> packages) {
        return isBelowAny(type.getPackageName(), packages);
    }

    static boolean isBelowAny(String packageName, Collection<String> above) {
        return above.stream().anyMatch(one -> isBelow(packageName, one));
    }

    /** Whether {@code packageName} is {@code above} or below it: {@code org.examples} is not below {@code org.example}. */
    static boolean isBelow(String packageName, String above) {
        return packageName.equals(above) || packageName.startsWith(above + ".");
    }
}
