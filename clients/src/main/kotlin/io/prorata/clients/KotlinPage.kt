package io.prorata.clients

import io.prorata.clients.kotlin.apis.DashboardApi
import io.prorata.clients.kotlin.apis.ImportsApi
import io.prorata.clients.kotlin.apis.TransactionsApi
import io.prorata.clients.kotlin.infrastructure.ApiClient
import io.prorata.clients.kotlin.infrastructure.ClientException
import io.prorata.clients.kotlin.models.ExpenseType
import io.prorata.clients.kotlin.models.NewTransactionRequest
import java.io.File
import java.time.YearMonth

/** With the generated Kotlin client: reads the month, posts an amount, imports a file, pages through rows, gets a problem. */
fun main() {
    ApiClient.accessToken = System.getenv("PRORATA_TOKEN")
    val url = System.getenv("PRORATA_URL")

    val month = DashboardApi(url).getDashboardSummarySlim()
    check(month.currency == "EUR" && month.summary.totalExpenses.toBigDecimal().signum() > 0) { "kotlin: the month" }
    val shown = YearMonth.parse(month.month)

    val transactions = TransactionsApi(url)
    val entered = transactions.postTransactions(
        NewTransactionRequest(date = shown.atDay(2), label = "Kotlin page", amount = "-12.34"),
        "kotlin-page",
    )
    check(entered.amount == "-12.34" && entered.expenseType == ExpenseType.VARIABLE) { "kotlin: the amount" }

    val file = File.createTempFile("kotlin", ".csv")
    file.writeText("Date;Label;Amount\n${shown.atDay(3)};Kotlin page file;-1.00\n")
    check(ImportsApi(url).postImports(file = file).added == 1) { "kotlin: the file" }

    var rows = 0
    var cursor: String? = null
    do {
        val list = transactions.getTransactions(month = month.month, limit = 1, cursor = cursor)
        rows += list.transactions.size
        cursor = list.pagination.nextCursor
    } while (cursor != null)
    check(rows >= 2) { "kotlin: the pages" }

    try {
        transactions.getTransactionsId(999_999_999L)
        error("kotlin: no problem")
    } catch (problem: ClientException) {
        check(problem.statusCode == 404) { "kotlin: the problem" }
        println("kotlin: $rows rows, ${problem.statusCode}")
    }
}
