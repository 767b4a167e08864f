// The process stays as large as it is, whatever is called how often. Writes how much it grew for each evaluation of JSON text.

import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import kotlin.system.exitProcess
import palermo.*

/** Until everything is compiled that is called often: the compiler's own memory grows that long, by some 20 MB. */
private const val WARM_UP = 40_000

fun main(arguments: Array<String>) {
    val (records, growth) = arguments
    val standard = Standard.see2002()
    val texts = File(records).listFiles()!!.sorted().map { it.readText() }
    val text = slope(50_000) { standard.evaluateJson(texts[it % texts.size]) }
    val bounds = listOf(
        // A page now and then is noise; a text that stays for each call would be a hundred times as much.
        Triple("evaluation of JSON text", text, 100.0),
        Triple("evaluation to plain data", slope(20_000) { plain(standard, texts[it % texts.size]) }, 200.0),
        Triple("record that nobody closes", slope(50_000) { standard.validate(record { ageYears(it % 100) }) }, 200.0),
        Triple("refusal", slope(20_000) { refused(standard) }, 200.0),
        Triple("exception of a closed object", slope(20_000) { closed(standard) }, 200.0),
    )
    for ((what, bytes) in bounds) println("the process grew by %.1f bytes for each %s".format(bytes, what))
    File(growth).writeText(text.toString())
    if (bounds.any { (_, bytes, most) -> bytes > most }) exitProcess(1)
}

/** Bytes by which the process grows for each call, after warm-up. */
private fun slope(times: Int, call: (Int) -> Unit): Double {
    repeat(WARM_UP) { call(it) }
    val before = resident()
    repeat(times) { call(it) }
    return (resident() - before).toDouble() / times
}

/** The memory of the process in bytes, when everything is gone that nobody holds. */
private fun resident(): Long {
    repeat(3) {
        System.gc()
        Thread.sleep(50)
    }
    val status = Path.of("/proc/self/status")
    check(Files.exists(status)) { "memory is measured where there is /proc" }
    val line = Files.readAllLines(status).first { it.startsWith("VmRSS:") }
    return line.filter { it.isDigit() }.toLong() * 1024
}

private fun plain(standard: Standard, text: String) = IntakeRecord.fromJson(text).use { record ->
    check(decisionToJson(standard.evaluate(record)).isNotEmpty())
}

private fun refused(standard: Standard) = try {
    standard.evaluateJson("""{"facts":{"age_yaers":1,"time_given":[]}}""")
    error("it was not refused")
} catch (refused: PalermoException.InvalidRecord) {
    check(refused.problems.size == 2)
}

private fun closed(standard: Standard) = try {
    val record = IntakeRecord.fromJson("{}")
    record.close()
    standard.evaluate(record)
    error("it was not refused")
} catch (refused: IllegalStateException) {
    check("destroyed" in refused.message!!)
}
