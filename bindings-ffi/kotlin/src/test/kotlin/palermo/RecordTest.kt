// Records: built fact by fact or by names, and what they show of themselves.

package palermo

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

class RecordTest {
    private val standard = Standard.see2002()

    @Test
    fun `everything that a record can say can be built`() {
        val reference = "0b0e7a9c-8a4b-4b5e-9d51-6d2f0d9f3c11"
        val record = record {
            reference(reference)
            ageYears(15)
            ageDoubt(null)
            documents(Documents.NONE)
            declined(FactName.TESTIMONY_WISH)
            conduct(Conduct.DEPORTED, Certainty.PLANNED, Actor.POLICE)
            conduct(Conduct.CHARGED_ILLEGAL_ENTRY, Certainty.ESTABLISHED)
        }
        val expected = """{"reference":"$reference","facts":{"age_years":15,"age_doubt":null,"documents":"none"},""" +
            """"declined":["testimony_wish"],"conduct":[{"code":"deported","actor":"police","certainty":"planned"},""" +
            """{"code":"charged_illegal_entry","certainty":"established"}]}"""
        assertEquals(expected, record.toJson())
        assertEquals(reference, standard.evaluate(record).reference)
    }

    @Test
    fun `names as text say the same as typed names`() {
        val typed = record {
            ageYears(15)
            majority(Majority.MINOR)
            actRecruited(true)
            indAfraidOfController(null)
            declined(FactName.TESTIMONY_WISH)
            conduct(Conduct.DEPORTED, Certainty.PLANNED, Actor.POLICE)
        }
        val byName = record {
            factByName("age_years", FactValue.Years(15))
            factByName("majority", FactValue.Word("minor"))
            factByName("act_recruited", FactValue.YesNo(true))
            factByName("ind_afraid_of_controller", FactValue.Unknown)
            declinedByName("testimony_wish")
            conductByCode("deported", Certainty.PLANNED, Actor.POLICE)
        }
        assertEquals(typed.toJson(), byName.toJson())
    }

    @Test
    fun `a builder can be used on after it has built`() {
        val builder = RecordBuilder().ageYears(15)
        val before = builder.build()
        builder.ageYears(14)
        val after = builder.actRecruited(true).build()
        assertEquals("""{"facts":{"age_years":15}}""", before.toJson())
        assertEquals("""{"facts":{"age_years":14,"act_recruited":true}}""", after.toJson())
    }

    @Test
    fun `what does not fit is refused with its place, all at once`() {
        val record = record {
            ageYears(-1)
            ageWhenTrafficked(Int.MAX_VALUE)
            factByName("act_recruited", FactValue.Years(3))
            factByName("act_recruted", FactValue.YesNo(true))
            factByName("majority", FactValue.Word("old"))
            conductByCode("", Certainty.ALLEGED)
            reference("Jane")
        }
        val refused = assertFailsWith<PalermoException.InvalidRecord> { standard.evaluate(record) }
        val places = listOf(
            "/reference" to "invalid_reference",
            "/facts/age_years" to "not_whole",
            "/facts/age_when_trafficked" to "out_of_range",
            "/facts/act_recruited" to "wrong_type",
            "/facts/act_recruted" to "unknown_fact",
            "/facts/majority" to "unknown_value",
            "/conduct/0/code" to "unknown_conduct",
        )
        assertEquals(places, refused.problems.map { it.path to it.code })
        assertEquals(places, standard.validate(record).errors.map { it.path to it.code })
        assertTrue("/facts/act_recruted: " in refused.message)
        for (value in listOf("Jane", "-1", "2147483647", "old")) {
            assertFalse(value in refused.toString() || value in refused.message, "`$value` is echoed")
        }
    }

    @Test
    fun `nothing of a record shows itself`() {
        val text = """{"facts":{"age_years":16}}"""
        IntakeRecord.fromJson(text).use { record ->
            assertEquals(text, record.toJson())
            assertFalse("16" in record.toString().substringBefore('@') || "age" in record.toString())
        }
        RecordBuilder().ageYears(16).use { assertFalse("age" in it.toString()) }
    }
}
