// An explained rule as its JSON, so that every part of the plain data is held against the text.

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import palermo.Citation
import palermo.ExplainedClause
import palermo.ExplainedRule

fun ExplainedRule.asJson(): JsonElement = json(
    "rule" to JsonPrimitive(rule),
    "gives" to gives.texts(),
    "fires" to JsonPrimitive(fires),
    "sentence" to JsonPrimitive(sentence),
    "derivation" to JsonPrimitive(derivation.name.lowercase()),
    "source" to source.map { it.asJson() }.asJson(),
    "contested" to contested.texts(),
    "clauses" to clauses.map { it.asJson() }.asJson(),
)

fun List<JsonElement>.asJson(): JsonElement = JsonArray(this)

/** Some lists are left out of JSON where they are empty, and plain data has them all. */
fun JsonElement.withoutEmptyLists(): JsonElement = when (this) {
    is JsonObject -> JsonObject(filterValues { it != JsonArray(emptyList()) }.mapValues { it.value.withoutEmptyLists() })
    is JsonArray -> JsonArray(map { it.withoutEmptyLists() })
    else -> this
}

private fun Citation.asJson(): JsonElement = when (this) {
    is Citation.Source -> {
        val range = if (lines.first == lines.last) listOf(lines.first) else listOf(lines.first, lines.last)
        json("at" to JsonPrimitive(at), "lines" to range.map(::JsonPrimitive).asJson())
    }
    is Citation.Article -> json(
        "instrument" to JsonPrimitive(instrument),
        "article" to JsonPrimitive(article),
        "confidence" to JsonPrimitive(confidence.name.lowercase()),
    )
    is Citation.Reference -> json("by_reference" to JsonPrimitive(byReference))
}

private fun ExplainedClause.asJson(): JsonElement = json(
    "met" to JsonPrimitive(met),
    "by" to by.map { json("fact" to JsonPrimitive(it.fact), "value" to JsonPrimitive(it.value)) }.asJson(),
    "needs" to needs.map { json("fact" to JsonPrimitive(it.fact), "values" to it.values.texts()) }.asJson(),
    "parts" to parts.map { clauses -> clauses.map { it.asJson() }.asJson() }.asJson(),
)

private fun json(vararg members: Pair<String, JsonElement>): JsonElement = JsonObject(members.toMap()).withoutEmptyLists()

private fun List<String>.texts(): JsonElement = JsonArray(map(::JsonPrimitive))
