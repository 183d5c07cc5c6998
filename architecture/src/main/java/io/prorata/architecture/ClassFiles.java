package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Reads class files for what ArchUnit does not show. No class is loaded: the classes may need a newer Java. */
final class ClassFiles {

    private ClassFiles() {}

    /** Returns the class file; empty if ArchUnit has the class only as a dependency. */
    static Optional<ClassReader> read(JavaClass type) {
        return type.getSource().map(ClassFiles::read);
    }

    private static ClassReader read(Source source) {
        try (InputStream file = source.getUri().toURL().openStream()) {
            return new ClassReader(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source.getUri(), e);
        }
    }

    static boolean isSealed(JavaClass type) {
        boolean[] sealed = new boolean[1];
        read(type)
                .ifPresent(file -> file.accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitPermittedSubclass(String permittedSubclass) {
                                sealed[0] = true;
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
        return sealed[0];
    }
}
