// What a caller sees of a panic inside: the call ends, and the process, the standard and the other threads go on. It runs with a
// library that panics where it is asked for this day.

import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread
import palermo.*

fun main() {
    val standard = Standard.see2002()
    val before = standard.evaluateJson("{}")
    val ended = AtomicInteger()
    val threads = (1..8).map {
        thread {
            try {
                standard.isInForce("panic inside")
                error("it did not panic")
            } catch (caught: InternalException) {
                check(caught.message == "a panic for the tests") { caught }
            }
            check(standard.evaluateJson("{}") == before)
            ended.incrementAndGet()
        }
    }
    threads.forEach { it.join() }
    check(ended.get() == 8) { "only ${ended.get()} of 8 panics ended their calls and nothing else" }
    println("8 panics inside ended their calls, and nothing else")
}
