// Texts on their way over the border, which are most of what crosses it.

package palermo

import com.sun.jna.Pointer
import java.util.concurrent.atomic.AtomicReference

/**
 * The text as UTF-8.
 *
 * @throws IllegalArgumentException where it holds half of a surrogate pair, which is no Unicode
 */
internal fun utf8(text: String): ByteArray {
    val bytes = text.toByteArray(Charsets.UTF_8)
    // What is no Unicode became a question mark. Both ways together are faster than an encoder that says so.
    require(String(bytes, Charsets.UTF_8) == text) { "a text holds half of a surrogate pair, which is no Unicode" }
    return bytes
}

/** The text that stands as UTF-8 in native memory. */
internal fun textAt(place: Pointer, length: Int): String {
    if (length > ROOM) return String(place.getByteArray(0, length), Charsets.UTF_8)
    // The same bytes over and over, which are in the cache already: a tenth of the time of a decision.
    val bytes = SPARE.getAndSet(null) ?: ByteArray(ROOM)
    place.read(0, bytes, 0, length)
    val text = String(bytes, 0, length, Charsets.UTF_8)
    // Nothing of a decision stays. Copied and not filled: that is fast however the JVM has compiled it.
    System.arraycopy(NOTHING, 0, bytes, 0, length)
    SPARE.set(bytes)
    return text
}

/** More than the longest decisions have. */
private const val ROOM = 1 shl 16

private val NOTHING = ByteArray(ROOM)

/** Bytes that nobody uses at the moment: at most these stay, however many threads there are. */
private val SPARE = AtomicReference<ByteArray>()
