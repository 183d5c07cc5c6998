package io.prorata.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.List;
import java.util.stream.Stream;

/** Finds floating point in method bodies, where ArchUnit does not look. */
final class FloatingInstructions {

    private FloatingInstructions() {}

    /** Returns the full names of the methods and constructors of {@code type} whose instructions reckon with floating point. */
    static List<String> in(JavaClass type) {
        return ClassFile.of().parse(bytes(type)).methods().stream()
                .filter(FloatingInstructions::reckons)
                .map(method -> fullName(type, method))
                .toList();
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean reckons(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .flatMap(FloatingInstructions::kinds)
                .anyMatch(kind -> kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT);
    }

    private static Stream<TypeKind> kinds(CodeElement element) {
        return switch (element) {
            case OperatorInstruction operator -> Stream.of(operator.typeKind());
            case ConvertInstruction convert -> Stream.of(convert.fromType(), convert.toType());
            case ConstantInstruction constant -> Stream.of(constant.typeKind());
            case LoadInstruction load -> Stream.of(load.typeKind());
            case StoreInstruction store -> Stream.of(store.typeKind());
            case ReturnInstruction result -> Stream.of(result.typeKind());
            case ArrayLoadInstruction load -> Stream.of(load.typeKind());
            case ArrayStoreInstruction store -> Stream.of(store.typeKind());
            case NewPrimitiveArrayInstruction array -> Stream.of(array.typeKind());
            default -> Stream.empty();
        };
    }

    /** As ArchUnit names it; the body of a lambda goes by the class. */
    private static String fullName(JavaClass type, MethodModel method) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getName().equals(method.methodName().stringValue())
                        && unit.getDescriptor().equals(method.methodType().stringValue()))
                .findFirst()
                .map(JavaCodeUnit::getFullName)
                .orElse(type.getName() + "." + method.methodName().stringValue());
    }
}
