// What an exception says: every error with its place and what to do, and never a value of the record.

package palermo

/** Everything that is wrong, one a line, with the overlay in which it is. */
internal fun listed(problems: List<Problem>): String = problems.joinToString("\n") { problem ->
    val place = listOfNotNull(problem.document?.let { "overlay $it" }, problem.path.ifEmpty { null }).joinToString(" ")
    (if (place.isEmpty()) "" else "$place: ") + "${problem.message} (${problem.help})"
}

/** That there is no such conclusion, and which one was meant. */
internal fun noSuchConclusion(nearest: String?): String =
    "the standard has no such conclusion" + if (nearest == null) "" else "; did you mean `$nearest`?"

/** How a day is written. */
internal const val HOW_A_DAY_IS_WRITTEN: String = "a day is written YYYY-MM-DD"
