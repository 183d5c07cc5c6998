package io.prorata.clients;

import io.prorata.clients.java.ApiClient;
import io.prorata.clients.java.ApiException;
import io.prorata.clients.java.api.DashboardApi;
import io.prorata.clients.java.api.ImportsApi;
import io.prorata.clients.java.api.TransactionsApi;
import io.prorata.clients.java.model.NewTransactionRequest;
import io.prorata.clients.java.model.Problem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/** With the generated Java client: reads the month, posts an amount, imports a file, pages through rows, gets a problem. */
public final class JavaPage {

    private JavaPage() {}

    public static void main(String[] arguments) throws Exception {
        String token = System.getenv("PRORATA_TOKEN");
        var client = new ApiClient();
        client.updateBaseUri(System.getenv("PRORATA_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

        var month = new DashboardApi(client).getDashboardSummarySlim(null, null, null, null);
        expect(month.getCurrency().equals("EUR") && new BigDecimal(month.getSummary().getTotalExpenses()).signum() > 0, "the month");
        YearMonth shown = YearMonth.parse(month.getMonth());

        var transactions = new TransactionsApi(client);
        var entered = transactions.postTransactions(
                new NewTransactionRequest().date(shown.atDay(2)).label("Java page").amount("-12.34"), "java-page");
        expect(entered.getAmount().equals("-12.34") && entered.getExpenseType().getValue().equals("VARIABLE"), "the amount");

        Path file = Files.createTempFile("java", ".csv");
        Files.writeString(file, "Date;Label;Amount\n" + shown.atDay(3) + ";Java page file;-1.00\n");
        var report = new ImportsApi(client)
                .postImports(
                        file.toFile(), null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null);
        expect(report.getAdded() == 1, "the file");

        int rows = 0;
        String cursor = null;
        do {
            var list = transactions.getTransactions(
                    month.getMonth(), null, null, null, null, null, null, null, null, null, null, null, null, null, 1, null,
                    cursor, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
            rows += list.getTransactions().size();
            cursor = list.getPagination().getNextCursor();
        } while (cursor != null);
        expect(rows >= 2, "the pages");

        try {
            transactions.getTransactionsId(999_999_999L, null, null);
            expect(false, "no problem");
        } catch (ApiException e) {
            Problem problem = ApiClient.createDefaultObjectMapper().readValue(e.getResponseBody(), Problem.class);
            expect(e.getCode() == 404 && problem.getType().equals("/problems/unknown-transaction"), "the problem");
            System.out.println("java: " + rows + " rows, " + problem.getTitle());
        }
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("java: " + what);
        }
    }
}
