package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import io.prorata.adapter.web.answer.Spool;
import io.prorata.adapter.web.answer.SpooledBody;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.application.export.ExportTransactions;
import io.prorata.application.export.RowStream;
import io.prorata.application.export.TransactionCsv;
import io.prorata.application.port.Ledger;
import io.prorata.application.request.Access;
import io.prorata.application.request.ReadResult;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The list of transactions as rows: CSV, or a JSON document to a line. */
@Singleton
final class TransactionRowsAnswer {

    /** The types that rows are given in. */
    static final List<String> TYPES = List.of(MediaTypes.CSV, MediaTypes.NDJSON);

    private final ExportTransactions exportTransactions;
    private final Spool spool;
    private final JsonMapper json;

    TransactionRowsAnswer(ExportTransactions exportTransactions, Spool spool, JsonMapper json) {
        this.exportTransactions = exportTransactions;
        this.spool = spool;
        this.json = json;
    }

    private record Asked(TransactionListRequest list, boolean all, String type) {}

    /** @param all whether all that match are meant, because nobody stated a page */
    HttpResponse<SpooledBody> of(
            HttpRequest<?> request, Access access, TransactionListRequest asked, boolean all, String type) {
        ExportTransactions.Query query = asked.rows(access.household(), access.currency(), all);
        String charset = type.equals(MediaTypes.CSV) ? type + ";charset=utf-8;header=present" : type;
        return spool.answer(request, new Asked(asked, all, type), charset, true, to -> {
            ReadResult<RowStream> read = exportTransactions.export(access.household(), query);
            try (RowStream rows = read.thing()) {
                write(rows, read.currency(), type, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return read;
        });
    }

    private void write(RowStream rows, Currency currency, String type, OutputStream to) throws IOException {
        var amounts = new AmountText(currency);
        boolean csv = type.equals(MediaTypes.CSV);
        if (csv) {
            to.write(TransactionCsv.header().getBytes(StandardCharsets.UTF_8));
        }
        Optional<List<Ledger.Entry>> page = rows.next();
        while (page.isPresent()) {
            for (Ledger.Entry row : page.get()) {
                if (csv) {
                    to.write(TransactionCsv.line(row, currency).getBytes(StandardCharsets.UTF_8));
                } else {
                    to.write(json.writeValueAsBytes(TransactionResponse.of(row, amounts)));
                    to.write('\n');
                }
            }
            page = rows.next();
        }
    }
}
