package io.prorata.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Calls that run SQL as text. */
final class PlainSql {

    private static final Set<String> TAKES_TEXT = Set.of(
            "java.sql.Connection", "java.sql.Statement", "java.sql.PreparedStatement", "java.sql.CallableStatement");

    private PlainSql() {}

    static boolean isUsed(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget called)) {
            return false;
        }
        // jOOQ annotates its methods.
        boolean marked = called.resolveMember()
                .filter(member -> member.isAnnotatedWith("org.jooq.PlainSQL"))
                .isPresent();
        boolean jdbc = TAKES_TEXT.stream().anyMatch(access.getTargetOwner()::isAssignableTo)
                && access.getName().matches("(execute|prepare|nativeSQL|addBatch).*");
        return marked || jdbc;
    }
}
