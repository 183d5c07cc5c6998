// With the client of typescript-fetch: reads the month, posts an amount, imports a file, pages through rows, gets a problem.
import {
  Configuration,
  DashboardApi,
  ImportsApi,
  ProblemFromJSON,
  ResponseError,
  TransactionsApi,
} from "../typescript-fetch/index";

declare const process: { env: Record<string, string | undefined>; exit(code: number): never };

function expect(holds: boolean, what: string): void {
  if (!holds) {
    console.error(`typescript-fetch: ${what}`);
    process.exit(1);
  }
}

async function page(): Promise<void> {
  const configuration = new Configuration({
    basePath: process.env.PRORATA_URL,
    accessToken: process.env.PRORATA_TOKEN,
  });
  const month = await new DashboardApi(configuration).getDashboardSummarySlim();
  expect(month.currency === "EUR" && Number(month.summary.totalExpenses) > 0, "the month");

  const transactions = new TransactionsApi(configuration);
  const entered = await transactions.postTransactions({
    newTransactionRequest: { date: new Date(`${month.month}-02`), label: "Fetch page", amount: "-12.34" },
    idempotencyKey: "fetch-page",
  });
  expect(entered.amount === "-12.34" && entered.expenseType === "VARIABLE", "the amount");

  const file = new Blob([`Date;Label;Amount\n${month.month}-03;Fetch page file;-1.00\n`], { type: "text/csv" });
  const report = await new ImportsApi(configuration).postImports({ file });
  expect(report.added === 1, "the file");

  let rows = 0;
  let cursor: string | undefined;
  do {
    const list = await transactions.getTransactions({ month: month.month, limit: 1, cursor });
    rows += list.transactions.length;
    cursor = list.pagination.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(rows >= 2, "the pages");

  try {
    await transactions.getTransactionsId({ id: 999999999 });
    expect(false, "no problem");
  } catch (error) {
    expect(error instanceof ResponseError, "an answer");
    const problem = ProblemFromJSON(await (error as ResponseError).response.json());
    expect(problem.type === "/problems/unknown-transaction" && problem.status === 404, "the problem");
    console.log(`typescript-fetch: ${rows} rows, ${problem.title}`);
  }
}

page().catch((error) => {
  console.error(error);
  process.exit(1);
});
