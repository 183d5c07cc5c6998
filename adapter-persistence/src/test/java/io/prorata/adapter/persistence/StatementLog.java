package io.prorata.adapter.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;

/** Notes every statement that a database runs for the test; what is done behind it, on threads of its own, is none. */
final class StatementLog implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient List<String> texts = new ArrayList<>();
    private final transient Thread test = Thread.currentThread();

    @Override
    public void executeStart(ExecuteContext context) {
        if (!Thread.currentThread().equals(test)) {
            return;
        }
        var query = context.query();
        texts.add(query == null ? "?" : query.getSQL(ParamType.INLINED));
    }

    /** Returns what was run since this was last asked for. */
    List<String> take() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }
}
