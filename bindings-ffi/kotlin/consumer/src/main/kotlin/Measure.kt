// Measures what the table of the bindings shows, and prints it in the line that `cargo xtask test-bindings` reads.

import java.io.File
import java.lang.management.ManagementFactory
import palermo.*

private const val ROUNDS = 31

fun main(arguments: Array<String>) {
    val (records, vectors, growth) = arguments
    // First of all, so that it is the first decision of a fresh process.
    Standard.see2002().evaluateJson("{}")
    val first = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().startTime

    val standard = Standard.see2002()
    val texts = File(records).listFiles()!!.sorted().map { it.readText() }
    val empty = microseconds(3_000) { standard.version() }
    val json = microseconds(300) { texts.forEach(standard::evaluateJson) } / texts.size
    val plain = microseconds(100) { texts.forEach { IntakeRecord.fromJson(it).use(standard::evaluate) } } / texts.size
    val version = "Kotlin ${KotlinVersion.CURRENT}, JVM ${System.getProperty("java.version")}"
    println(
        "palermo-measured: {" +
            "\"runtime\":\"$version\"," +
            "\"vectors\":${readVectors(File(vectors)).size}," +
            "\"microseconds\":{\"empty_call\":$empty,\"json_text\":$json,\"plain_data\":$plain}," +
            "\"first_decision_milliseconds\":$first," +
            "\"bytes_per_evaluation\":${File(growth).readText()}}",
    )
}

/** The median over rounds of the microseconds for a call, after as many rounds of warm-up. */
private fun microseconds(calls: Int, call: () -> Unit): Double = List(2 * ROUNDS) {
    val begun = System.nanoTime()
    repeat(calls) { call() }
    (System.nanoTime() - begun) / 1e3 / calls
}.drop(ROUNDS).sorted()[ROUNDS / 2]
