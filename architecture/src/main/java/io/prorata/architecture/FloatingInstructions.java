package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds floating point in method bodies, where ArchUnit does not look. */
final class FloatingInstructions {

    private FloatingInstructions() {}

    /** Returns the full names of the methods and constructors of {@code type} with floating-point instructions. */
    static List<String> in(JavaClass type) {
        List<String> found = new ArrayList<>();
        ClassFiles.read(type)
                .ifPresent(file -> file.accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return new Finder(() -> found.add(fullName(type, name, descriptor)));
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
        return found;
    }

    /** The name as in ArchUnit; the body of a lambda has the name of the class. */
    private static String fullName(JavaClass type, String name, String descriptor) {
        return type.getCodeUnits().stream()
                .filter(unit ->
                        unit.getName().equals(name) && unit.getDescriptor().equals(descriptor))
                .findFirst()
                .map(JavaCodeUnit::getFullName)
                .orElse(type.getName() + "." + name);
    }

    /** Reports once, at the first instruction whose operand or result is floating point. */
    private static final class Finder extends MethodVisitor {

        private final Runnable report;
        private boolean reported;

        Finder(Runnable report) {
            super(Opcodes.ASM9);
            this.report = report;
        }

        private void found(boolean floating) {
            if (floating && !reported) {
                reported = true;
                report.run();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            found(
                    switch (opcode) {
                        case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2, Opcodes.DCONST_0, Opcodes.DCONST_1 ->
                            true;
                        case Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.FASTORE, Opcodes.DASTORE -> true;
                        case Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM, Opcodes.FNEG -> true;
                        case Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM, Opcodes.DNEG -> true;
                        case Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D, Opcodes.F2D, Opcodes.D2F -> true;
                        case Opcodes.F2I, Opcodes.F2L, Opcodes.D2I, Opcodes.D2L -> true;
                        case Opcodes.FCMPL, Opcodes.FCMPG, Opcodes.DCMPL, Opcodes.DCMPG -> true;
                        case Opcodes.FRETURN, Opcodes.DRETURN -> true;
                        default -> false;
                    });
        }

        @Override
        public void visitVarInsn(int opcode, int varIndex) {
            found(opcode == Opcodes.FLOAD
                    || opcode == Opcodes.DLOAD
                    || opcode == Opcodes.FSTORE
                    || opcode == Opcodes.DSTORE);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            found(opcode == Opcodes.NEWARRAY && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE));
        }

        @Override
        public void visitLdcInsn(Object value) {
            found(value instanceof Float || value instanceof Double);
        }
    }
}
