// The standard: deciding, explaining, asking, checking, and all that it says of itself.

package palermo

import com.sun.jna.Native
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class StandardTest {
    private val standard = Standard.see2002()
    private val child = record {
        ageYears(16)
        indAfraidOfController(true)
    }

    @Test
    fun `the library is held against this Kotlin before it is used`() {
        // JNA has an exception for a class that was never registered, which is what loading it does.
        assertNotNull(Native.getNativeLibrary(IntegrityCheckingUniffiLib::class.java))
        uniffiEnsureInitialized()
    }

    @Test
    fun `it decides on what was built as on the same JSON`() {
        val decision = standard.evaluate(child)
        assertEquals(Status.PRESUMED, decision.status)
        assertEquals(ChildStatus.CHILD, decision.child)
        assertTrue(decision.conclusions.any { it.id == "entitlement:shelter" && it.kind == ConclusionKind.ENTITLEMENT })
        val text = """{"facts":{"age_years":16,"ind_afraid_of_controller":true}}"""
        assertEquals(standard.evaluateJson(text), decisionToJson(decision))
        val compact = standard.evaluateCompact(child)
        assertEquals(decision.conclusions.map { it.id }, compact.conclusions)
        assertEquals(standard.evaluateCompactJson(text), compactToJson(compact))
    }

    @Test
    fun `it explains a conclusion`() {
        val explanation = standard.explain(child, "entitlement:shelter")
        assertTrue(explanation.holds)
        assertEquals("entitlement:shelter", explanation.conclusion)
        val rule = explanation.rules.first { it.fires }
        assertTrue(rule.sentence.isNotEmpty() && rule.source.isNotEmpty())
        when (val citation = rule.source.first()) {
            is Citation.Source -> assertTrue(citation.lines.first in 1..citation.lines.last)
            is Citation.Article -> assertTrue(citation.article.isNotEmpty())
            is Citation.Reference -> assertTrue(citation.byReference.isNotEmpty())
        }
    }

    @Test
    fun `it lists what to ask, all or for the status alone`() {
        val all = standard.questions(child, About.DECISION)
        assertEquals(standard.evaluate(child).questions, all)
        val status = standard.questions(child, About.STATUS)
        assertTrue(status.size in 1..<all.size)
        assertEquals(standard.questionsJson(child.toJson(), About.STATUS), questionsToJson(status))
    }

    @Test
    fun `it says what should rather not be collected`() {
        val report = standard.validate(record { priorSexWork(false) })
        assertEquals(emptyList(), report.errors)
        assertEquals(listOf("/facts/prior_sex_work" to "not_needed"), report.advice.map { it.path to it.code })
        assertEquals(standard.validateJson("""{"facts":{"prior_sex_work":false}}"""), reportToJson(report))
    }

    @Test
    fun `it says what it is`() {
        val identity = standard.identity()
        assertEquals("see-2002", standard.id())
        assertEquals(StandardId(standard.id(), standard.version(), standard.digest(), emptyList()), identity)
        assertEquals(RuleSetKind.CASE, standard.kind())
        assertEquals("see-2002 ${standard.version()}", standard.toString())
        assertTrue(assertNotNull(standard.about()).documents.all { it.lines > 0 })
        assertTrue(standard.isInForce("2003-01-01"))
    }

    @Test
    fun `it gives a form all its words`() {
        val dictionary = standard.dictionary()
        assertEquals(standard.factNames(), dictionary.facts.map { it.name })
        assertEquals(standard.conductCodes(), dictionary.conduct.map { it.code })
        val age = assertNotNull(standard.fact("age_years"))
        assertTrue(16 in (age.values as Values.Years).run { from..to })
        assertEquals("shelter", standard.rule("assistance/shelter")?.id?.substringAfter('/'))
        assertEquals(standard.rules().size, standard.rules().map { it.id }.toSet().size)
        assertTrue(assertNotNull(standard.text("status:presumed")).label.isNotEmpty())
        assertTrue(standard.firstScreen().now.all { it in standard.conclusions() })
        assertNull(standard.fact("nothing"))
        assertNull(standard.text("nothing"))
    }

    @Test
    fun `every name of a fact is one of the dictionary`() {
        assertEquals(standard.factNames(), FactName.entries.map { it.name.lowercase() })
        assertEquals(standard.conductCodes(), Conduct.entries.map { it.name.lowercase() })
    }

    @Test
    fun `a conclusion that there is not is refused with the nearest`() {
        val refused = assertFailsWith<PalermoException.UnknownConclusion> { standard.explain(child, "entitlement:sheltr") }
        assertEquals("entitlement:shelter", refused.nearest)
        assertEquals("the standard has no such conclusion; did you mean `entitlement:shelter`?", refused.message)
    }

    @Test
    fun `a rule set that nobody can decide by is refused with everything that is wrong`() {
        val refused = assertFailsWith<PalermoException.InvalidRuleSet> { Standard.fromJson("""{"id":"x"}""") }
        assertTrue(refused.problems.size > 1)
        assertEquals(refused.problems.size, refused.message.lines().size)
    }

    @Test
    fun `an overlay is refused by its name`() {
        val refused = assertFailsWith<PalermoException.InvalidRuleSet> { Standard.composeJson("{}", listOf("""{"id":"some-2020"}""")) }
        assertTrue(refused.problems.any { it.document == "some-2020" && it.path == "/extends" })
        assertTrue(refused.message.lines().any { it.startsWith("overlay some-2020 /extends: ") })
    }

    @Test
    fun `a day that there is not is refused`() {
        val refused = assertFailsWith<PalermoException.InvalidDate> { standard.isInForce("2003-02-29") }
        assertEquals("a day is written YYYY-MM-DD", refused.message)
    }
}
