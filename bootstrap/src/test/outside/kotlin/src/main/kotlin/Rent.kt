package org.example

import io.prorata.domain.facade.Amount
import io.prorata.domain.facade.HouseholdPlan
import io.prorata.domain.facade.Split
import java.time.YearMonth

fun main() {
    val march = YearMonth.of(2026, 3)
    val month = HouseholdPlan.from(march, "EUR")
        .member("diana", "3000.00", "15")
        .member("sam", "3200.00")
        .bill("Rent", "1200.00")
        .month(march)
    println(month.bill("Rent"))
    val sum: Amount = month.bill("Rent").of("sam") + month.bill("Rent").of("diana")
    println(sum - Amount.of("0.01", "EUR"))
    println(Split.equally(sum, march, listOf("diana", "sam")).byMember.values.max())
}
