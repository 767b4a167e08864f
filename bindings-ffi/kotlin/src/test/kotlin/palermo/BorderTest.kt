// What must not go wrong at the border to the native library, whatever comes over it.

package palermo

import java.nio.ByteBuffer
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

class BorderTest {
    private val standard = Standard.see2002()
    private val text = """{"facts":{"age_years":16,"ind_afraid_of_controller":true}}"""

    private fun codes(text: String): List<String> {
        val refused = assertFailsWith<PalermoException.InvalidRecord> { standard.evaluateJson(text) }
        val typed = assertFailsWith<PalermoException.InvalidRecord> { IntakeRecord.fromJson(text).use(standard::evaluate) }
        assertEquals(refused.problems, typed.problems)
        assertEquals(refused.problems, IntakeRecord.fromJson(text).use(standard::validate).errors)
        return refused.problems.map { it.code }
    }

    @Test
    fun `nothing, and what is no record, is refused`() {
        for (broken in listOf("", " ", "\u0000", "{", "nul", "\uFEFF{}", "{}{}")) assertEquals(listOf("invalid_json"), codes(broken))
        for (wrong in listOf("null", "[]", "1", "\"\"")) assertEquals(listOf("wrong_type"), codes(wrong))
    }

    @Test
    fun `huge text is refused`() {
        for (size in listOf((1 shl 20) + 1, 16 shl 20)) assertEquals(listOf("too_large"), codes(" ".repeat(size)))
        assertEquals(listOf("too_deep"), codes("""{"facts":{"age_years":${"[".repeat(100_000)}${"]".repeat(100_000)}}}"""))
        val long = "x".repeat(1 shl 20)
        assertTrue("unknown_fact" in codes("""{"facts":{"${long.take(500_000)}":true}}"""))
        assertFailsWith<PalermoException.UnknownConclusion> { standard.explainJson("{}", long) }
        assertFailsWith<PalermoException.InvalidDate> { standard.isInForce(long) }
        assertEquals(null, standard.fact(long))
    }

    @Test
    fun `every character crosses and comes back`() {
        val text = "{\"\u0000\u007f\u00e4\u20ac\ud83d\ude00\":1}"
        for (text in listOf("", "a", text, "\u20ac".repeat(21_845), "\u20ac".repeat(21_846), "a\ud83d\ude00".repeat(500_000))) {
            assertEquals(text, IntakeRecord.fromJson(text).use { it.toJson() })
        }
        assertEquals(listOf("invalid_json"), codes(text))
    }

    @Test
    fun `a text with half of a surrogate pair is refused before it crosses`() {
        for (half in listOf("\ud83d", "{\"facts\":{\"\udc00\":true}}")) {
            val refused = assertFailsWith<IllegalArgumentException> { standard.evaluateJson(half) }
            assertEquals("a text holds half of a surrogate pair, which is no Unicode", refused.message)
            assertFailsWith<IllegalArgumentException> { IntakeRecord.fromJson(half) }
            assertFailsWith<IllegalArgumentException> { RecordBuilder().reference(half) }
            assertFailsWith<IllegalArgumentException> { RecordBuilder().factByName("majority", FactValue.Word(half)) }
        }
        assertEquals("PRESUMED", standard.evaluate(IntakeRecord.fromJson(text)).status.name)
    }

    @Test
    fun `bytes that are no UTF-8 are refused, and only bytes outside the heap are taken`() {
        fun direct(bytes: ByteArray): ByteBuffer = ByteBuffer.allocateDirect(bytes.size).put(bytes).flip()
        assertEquals(standard.evaluateJson(text), standard.evaluateJsonBytes(direct(text.toByteArray())))
        for (bytes in listOf(byteArrayOf(-1), byteArrayOf())) {
            val refused = assertFailsWith<PalermoException.InvalidRecord> { standard.evaluateJsonBytes(direct(bytes)) }
            assertEquals(listOf("invalid_json"), refused.problems.map { it.code })
        }
        assertFailsWith<IllegalArgumentException> { standard.evaluateJsonBytes(ByteBuffer.wrap(text.toByteArray())) }
    }

    @Test
    fun `what is closed cannot be used, and closing twice does no harm`() {
        val closed = Standard.see2002()
        closed.close()
        closed.close()
        assertFailsWith<IllegalStateException> { closed.evaluateJson(text) }
        val record = IntakeRecord.fromJson(text)
        record.close()
        assertFailsWith<IllegalStateException> { record.toJson() }
        // As an argument as well, where the memory behind it is gone.
        assertFailsWith<IllegalStateException> { standard.evaluate(record) }
        assertFailsWith<IllegalStateException> { standard.validate(record) }
        val builder = RecordBuilder()
        builder.close()
        assertFailsWith<IllegalStateException> { builder.build() }
    }

    @Test
    fun `a record may be closed by one thread while others use it`() = inThreads { number ->
        repeat(200) {
            val record = IntakeRecord.fromJson(text)
            val other = Thread { record.close() }
            other.start()
            try {
                assertEquals(Status.PRESUMED, standard.evaluate(record).status)
            } catch (_: IllegalStateException) {
                // Closed before it was used.
            }
            other.join()
        }
        number
    }

    @Test
    fun `threads share a standard, and no exception of one is seen by another`() {
        val expected = standard.evaluateJson(text)
        inThreads { number ->
            repeat(300) { time ->
                assertEquals(expected, standard.evaluateJson(text))
                assertEquals(expected, IntakeRecord.fromJson(text).use { decisionToJson(standard.evaluate(it)) })
                val name = "no_such_fact_${number}_$time"
                val refused = assertFailsWith<PalermoException.InvalidRecord> {
                    standard.evaluateJson("""{"facts":{${"\"$name\":1,".repeat(number)}"age_yaers":1}}""")
                }
                assertEquals(number + 1, refused.problems.size)
                assertFailsWith<PalermoException.UnknownConclusion> { standard.explainJson("{}", "entitlement:x$number") }
            }
            number
        }
    }

    private fun inThreads(work: (Int) -> Int) {
        val threads = 8
        val start = CyclicBarrier(threads)
        val pool = Executors.newFixedThreadPool(threads)
        try {
            val tasks = (1..threads).map { number ->
                Callable {
                    start.await()
                    work(number)
                }
            }
            assertEquals((1..threads).toList(), pool.invokeAll(tasks).map { it.get() })
        } finally {
            pool.shutdownNow()
        }
    }
}
