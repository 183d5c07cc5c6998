// With the types of openapi-typescript and fetch: reads the month, posts an amount, imports a file, pages through rows, gets a problem.
import type { components } from "./description";

declare const process: { env: Record<string, string | undefined>; exit(code: number): never };

type Schemas = components["schemas"];

const url = process.env.PRORATA_URL ?? "";
const authorization = { Authorization: `Bearer ${process.env.PRORATA_TOKEN}` };

async function asked<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url + path, { ...init, headers: { ...authorization, ...init.headers } });
  return (await response.json()) as T;
}

function expect(holds: boolean, what: string): void {
  if (!holds) {
    console.error(`openapi-typescript: ${what}`);
    process.exit(1);
  }
}

async function page(): Promise<void> {
  const month = await asked<Schemas["SlimSummaryResponse"]>("/dashboard/summary/slim");
  expect(month.currency === "EUR" && Number(month.summary.total_expenses) > 0, "the month");

  const line: Schemas["NewTransactionRequest"] = { date: `${month.month}-02`, label: "Types page", amount: "-12.34" };
  const json = { "Content-Type": "application/json" };
  const entered = await asked<Schemas["WrittenTransactionResponse"]>("/transactions", {
    method: "POST",
    headers: json,
    body: JSON.stringify(line),
  });
  expect(entered.amount === "-12.34" && entered.expense_type === "VARIABLE", "the amount");

  const file = `Date;Label;Amount\n${month.month}-03;Types page file;-1.00\n`;
  const report = await asked<Schemas["ImportReportResponse"]>("/imports?dry_run=true", {
    method: "POST",
    headers: { "Content-Type": "text/csv" },
    body: file,
  });
  expect(report.added === 1, "the file");

  let rows = 0;
  for (let next: string | null = `/transactions?month=${month.month}&limit=1`; next !== null; ) {
    const list: Schemas["TransactionsResponse"] = await asked(next);
    rows += list.transactions.length;
    next = list.pagination.next_url;
  }
  expect(rows >= 2, "the pages");

  const problem = await asked<Schemas["Problem"]>("/transactions/999999999");
  expect(problem.type === "/problems/unknown-transaction" && problem.status === 404, "the problem");
  console.log(`openapi-typescript: ${rows} rows, ${problem.title}`);
}

page().catch((error) => {
  console.error(error);
  process.exit(1);
});
