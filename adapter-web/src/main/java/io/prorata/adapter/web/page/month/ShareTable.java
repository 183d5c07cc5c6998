package io.prorata.adapter.web.page.month;

import java.util.List;

/** How a figure came about: every line with the share of each member. */
public record ShareTable(List<String> members, List<Row> rows) {

    /** @param sum whether it sums up those above it */
    public record Row(String name, String amount, List<String> shares, boolean sum) {}
}
