// Runs every vector of tests/vectors, as the README there says: from JSON text, from an opaque record to plain data, and from the
// builder; with the embedded standard and with the loaded one; and once more from eight threads that share a standard.

import java.io.File
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.system.exitProcess
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import palermo.*

fun main(arguments: Array<String>) {
    val (folder, published) = arguments
    uniffiEnsureInitialized()
    val vectors = readVectors(File(folder))
    val embedded = Standard.see2002()
    val loaded = Standard.fromJson(File(published, "${embedded.id()}-${embedded.version()}.json").readText())
    check(loaded.digest() == embedded.digest()) { "the loaded standard is another one than the embedded" }
    val runs = listOf("embedded" to embedded, "loaded" to loaded).map { (name, standard) -> Run(name, standard) }
    vectors.forEach { vector -> runs.forEach { it.run(vector) } }
    val threads = runInThreads(vectors, embedded)
    for (failed in runs.flatMap { it.failures } + threads) println("FAILED $failed")
    for (run in runs) println("${vectors.size} vectors, ${run.name}: ${run.text} texts, ${run.plain} plain records, ${run.built} built")
    val complete = runs.all { it.text == vectors.size && it.plain == vectors.size && it.built > vectors.size / 3 }
    if (!complete || runs.any { it.failures.isNotEmpty() } || threads.isNotEmpty()) exitProcess(1)
}

/** A vector, with the text that is handed over. */
class Vector(val id: String, val flags: Set<String>, val text: String, val expected: JsonObject) {
    fun text(member: String): String? = expected[member]?.jsonPrimitive?.content
}

/** Reads every file, and refuses what it does not know. */
fun readVectors(folder: File): List<Vector> {
    val files = folder.listFiles { file -> file.extension == "json" && file.name != "schema.json" }!!.sorted()
    check(files.isNotEmpty()) { "there are no vectors" }
    val vectors = files.flatMap(::readFile)
    check(vectors.map { it.id }.toSet().size == vectors.size) { "an id stands twice" }
    return vectors
}

private fun readFile(file: File): List<Vector> {
    val content = Json.parseToJsonElement(file.readText()).jsonObject
    content.only(file.name, setOf("format", "about", "standard", "flags", "count", "vectors"))
    check(content["format"] == JsonPrimitive(1)) { "${file.name} is of another format" }
    val vectors = content.getValue("vectors").jsonArray
    check(content["count"] == JsonPrimitive(vectors.size)) { "${file.name} does not hold as many vectors as it says" }
    val flags = content.getValue("flags").jsonObject.keys
    val expected = content.getValue("standard").jsonObject
    expected.only(file.name, setOf("id", "version", "digest", "overlays"))
    val mine = Standard.see2002().identity()
    check(
        listOf(mine.id, mine.version, mine.digest) == listOf("id", "version", "digest").map { expected.getValue(it).jsonPrimitive.content } &&
            mine.overlays == expected.getValue("overlays").jsonArray.map { it.jsonObject.overlay() },
    ) { "${file.name} is for another standard" }
    return vectors.map { it.jsonObject.vector(flags) }
}

private fun JsonObject.overlay(): OverlayId {
    val (id, version, digest) = listOf("id", "version", "digest").map { getValue(it).jsonPrimitive.content }
    return OverlayId(id, version, digest)
}

private fun JsonObject.vector(known: Set<String>): Vector {
    val id = getValue("id").jsonPrimitive.content
    val results = setOf("decision", "compact", "subject", "explanation", "status_questions", "report")
    only(id, setOf("id", "about", "flags", "record", "record_parts") + if ("errors" in this) setOf("errors") else results)
    val flags = getValue("flags").jsonArray.map { it.jsonPrimitive.content }.toSet()
    check(known.containsAll(flags)) { "$id has a flag that is not explained" }
    check(("record" in this) != ("record_parts" in this)) { "$id has no text, or two" }
    check(("subject" in this) == ("explanation" in this)) { "$id has a subject without an explanation, or the reverse" }
    val text = this["record"]?.jsonPrimitive?.content ?: getValue("record_parts").jsonArray.joinToString("") { part ->
        part.jsonObject.only(id, setOf("text", "times"))
        part.jsonObject.getValue("text").jsonPrimitive.content.repeat(part.jsonObject.getValue("times").jsonPrimitive.int)
    }
    val expected = JsonObject(filterKeys { it in results || it == "errors" })
    check(expected.isNotEmpty()) { "$id says nothing about what comes out" }
    return Vector(id, flags, text, expected)
}

private fun JsonObject.only(where: String, known: Set<String>) =
    check(known.containsAll(keys)) { "$where has members that this runner does not know: ${keys - known}" }

/** Runs vectors against one standard. */
class Run(val name: String, private val standard: Standard) {
    val failures = mutableListOf<String>()
    var text = 0
    var plain = 0
    var built = 0

    fun run(vector: Vector) {
        if ("errors" in vector.expected) refused(vector) else valid(vector)
        text += 1
        plain += 1
        if ("text_only" !in vector.flags) vector.built()?.use { record -> built(vector, record) }
    }

    private fun valid(vector: Vector) {
        val text = vector.text
        vector.same("decision") { standard.evaluateJson(text) }
        vector.same("compact") { standard.evaluateCompactJson(text) }
        vector.text("subject")?.let { subject -> vector.same("explanation") { standard.explainJson(text, subject) } }
        vector.same("status_questions") { standard.questionsJson(text, About.STATUS) }
        val said = Json.parseToJsonElement(standard.validateJson(text)).jsonObject
        vector.hold("errors of validation", emptyList(), said.getValue("errors").remarks())
        vector.report { said.getValue(it).remarks() }
        IntakeRecord.fromJson(text).use { record -> plain(vector, record) }
    }

    /** From an opaque record to plain data, which is written as JSON again. */
    private fun plain(vector: Vector, record: IntakeRecord) {
        vector.same("decision") { decisionToJson(standard.evaluate(record)) }
        vector.same("compact") { compactToJson(standard.evaluateCompact(record)) }
        vector.text("subject")?.let { subject -> explanation(vector, standard.explain(record, subject)) }
        vector.same("status_questions") { questionsToJson(standard.questions(record, About.STATUS)) }
        val report = standard.validate(record)
        vector.report { member -> (if (member == "warnings") report.warnings else report.advice).map { it.path to it.code } }
    }

    /** Nothing writes an explanation as JSON, so what it says is compared part by part. */
    private fun explanation(vector: Vector, plain: Explanation) {
        val expected = Json.parseToJsonElement(vector.text("explanation")!!).jsonObject
        fun said(member: String) = expected.getValue(member)
        vector.hold("holds", said("holds").jsonPrimitive.boolean, plain.holds)
        vector.hold("conclusion", said("conclusion").jsonPrimitive.content, plain.conclusion)
        vector.hold("reference", expected["reference"]?.jsonPrimitive?.content, plain.reference)
        for ((member, rules) in listOf("rules" to plain.rules, "because" to plain.because)) {
            vector.hold(member, said(member).withoutEmptyLists(), rules.map { it.asJson() }.asJson())
        }
    }

    /** From the builder, where the record can be said with it. */
    private fun built(vector: Vector, record: IntakeRecord) {
        built += 1
        if ("errors" in vector.expected) {
            val errors = vector.expected.getValue("errors").remarks()
            vector.hold("errors of what was built", errors, problems { standard.evaluate(record) })
        } else {
            plain(vector, record)
        }
    }

    private fun refused(vector: Vector) {
        val errors = vector.expected.getValue("errors").remarks()
        val text = vector.text
        vector.hold("errors", errors, problems { standard.evaluateJson(text) })
        vector.hold("errors of the short form", errors, problems { standard.evaluateCompactJson(text) })
        val said = Json.parseToJsonElement(standard.validateJson(text)).jsonObject.getValue("errors")
        vector.hold("errors of validation", errors, said.remarks())
        IntakeRecord.fromJson(text).use { record ->
            vector.hold("errors of a record", errors, problems { standard.evaluate(record) })
            vector.hold("errors of its validation", errors, standard.validate(record).errors.map { it.path to it.code })
        }
    }

    private fun problems(decide: () -> Any): List<Pair<String, String>>? = try {
        decide()
        null
    } catch (refused: PalermoException.InvalidRecord) {
        refused.problems.map { it.path to it.code }
    }

    private fun Vector.report(said: (String) -> List<Pair<String, String>>) {
        val report = expected["report"]?.jsonObject ?: return
        for (member in listOf("warnings", "advice")) hold(member, report.getValue(member).remarks(), said(member))
    }

    private fun Vector.same(member: String, said: () -> String) {
        val wanted = text(member) ?: return
        val got = said()
        if (got == wanted) return
        val byte = wanted.commonPrefixWith(got).toByteArray().size
        failures += "$id, $name: $member differs at byte $byte"
    }

    private fun <T> Vector.hold(what: String, wanted: T, got: T) {
        if (wanted != got) failures += "$id, $name: $what should be $wanted and are $got"
    }
}

private fun JsonElement.remarks(): List<Pair<String, String>> = jsonArray.map { remark ->
    fun said(member: String) = remark.jsonObject.getValue(member).jsonPrimitive.content
    said("path") to said("code")
}

/** The record of a vector from the builder; nothing where a builder cannot say it. */
private fun Vector.built(): IntakeRecord? {
    val record = runCatching { Json.parseToJsonElement(text) }.getOrNull() as? JsonObject ?: return null
    if (!setOf("reference", "facts", "declined", "conduct").containsAll(record.keys)) return null
    return RecordBuilder().use { builder -> if (record.all { (key, value) -> builder.say(key, value) }) builder.build() else null }
}

private fun RecordBuilder.say(key: String, value: JsonElement): Boolean = when (key) {
    "reference" -> value.word()?.let(::reference) != null
    "facts" -> value is JsonObject && value.all { (name, fact) -> fact.value()?.let { factByName(name, it) } != null }
    "declined" -> value is JsonArray && value.all { name -> name.word()?.let(::declinedByName) != null }
    else -> value is JsonArray && value.all { event -> event is JsonObject && event(event) }
}

private fun RecordBuilder.event(event: JsonObject): Boolean {
    if (!setOf("code", "actor", "certainty").containsAll(event.keys)) return false
    val code = event["code"]?.word() ?: return false
    val certainty = Certainty.entries.find { it.name.lowercase() == event["certainty"]?.word() } ?: return false
    val actor = Actor.entries.find { it.name.lowercase() == event["actor"]?.word() }
    if (actor == null && "actor" in event) return false
    conductByCode(code, certainty, actor)
    return true
}

private fun JsonElement.word(): String? = (this as? JsonPrimitive)?.takeIf { it.isString }?.content

private fun JsonElement.value(): FactValue? = when {
    this !is JsonPrimitive -> null
    isString -> FactValue.Word(content)
    content == "null" -> FactValue.Unknown
    content == "true" || content == "false" -> FactValue.YesNo(boolean)
    else -> content.toIntOrNull()?.let(FactValue::Years)
}

/** Eight threads decide on every vector with the same standard, and each has to get its own answers. */
private fun runInThreads(vectors: List<Vector>, standard: Standard): List<String> {
    val pool = Executors.newFixedThreadPool(8)
    try {
        val work = (0..<8).map { number ->
            Callable {
                val run = Run("thread $number", standard)
                // Each begins elsewhere, so that they do different things at once.
                val from = vectors.size * number / 8
                (vectors.drop(from) + vectors.take(from)).forEach(run::run)
                run.failures
            }
        }
        return pool.invokeAll(work).flatMap { it.get() }
    } finally {
        pool.shutdownNow()
    }
}
