// Building a record the way Kotlin builds things.

package palermo

/**
 * Builds a record for the standard see-2002. What is not given stays unknown, never "no".
 *
 * ```
 * val record = record {
 *     ageYears(16)
 *     indAfraidOfController(true)
 *     conduct(Conduct.CHARGED_ILLEGAL_ENTRY, Certainty.ESTABLISHED)
 * }
 * ```
 *
 * Java uses `RecordBuilder` instead.
 */
@JvmSynthetic
public fun record(fill: RecordBuilder.() -> Unit): IntakeRecord = RecordBuilder().use { builder ->
    builder.fill()
    builder.build()
}
