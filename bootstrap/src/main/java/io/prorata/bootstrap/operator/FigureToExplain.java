package io.prorata.bootstrap.operator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is to be explained, as {@code GET /explain} takes it.
 *
 * @param view that shows it
 * @param figure a JSON pointer into the view; absent if {@code of} names the figure
 * @param of what it is about; absent if {@code figure} names it
 * @param month the current one if empty
 */
public record FigureToExplain(
        String view, @Nullable String figure, @Nullable String of, Optional<YearMonth> month, String basis) {

    boolean isOfSettlement() {
        return view.equals("settlement");
    }

    /** Returns the address that explains it. */
    String address() {
        var address = new StringBuilder("/explain?view=" + view);
        if (figure != null) {
            address.append("&figure=").append(URLEncoder.encode(figure, StandardCharsets.UTF_8));
        }
        if (of != null) {
            address.append("&of=").append(URLEncoder.encode(of, StandardCharsets.UTF_8));
        }
        month.ifPresent(
                stated -> address.append(isOfSettlement() ? "&to=" : "&month=").append(stated));
        return (isOfSettlement() ? address.append("&basis=").append(basis) : address).toString();
    }
}
