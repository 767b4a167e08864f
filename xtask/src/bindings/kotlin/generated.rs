//! What is changed in the Kotlin that UniFFI generates, before it is compiled.
//!
//! Every change is of exact text, and generating fails where that text is not found as often as it should be: with another
//! version of UniFFI somebody has to look at each again. UniFFI is pinned, so nothing changes by itself.

/// A change: what it is for, how often the text stands there, the text, and what comes in its place.
struct Change {
    what: &'static str,
    times: usize,
    from: &'static str,
    to: &'static str,
}

const CHANGES: [Change; 14] = [
    // Every call hands structures over. JNA reads and writes them by reflection, field by field, with memory of their own each
    // time: some 20 µs for a call that does nothing. Written out as below it is 2 µs.
    Change {
        what: "a buffer is read and written without reflection",
        times: 1,
        from: "    @JvmField var data: Pointer? = null

    class ByValue: RustBuffer(), Structure.ByValue
",
        to: "    @JvmField var data: Pointer? = null

    override fun read() {
        val at = pointer
        capacity = at.getLong(0)
        len = at.getLong(8)
        data = at.getPointer(16)
    }

    override fun write() {
        val at = pointer
        at.setLong(0, capacity)
        at.setLong(8, len)
        at.setPointer(16, data)
    }

    class ByValue : RustBuffer, Structure.ByValue {
        constructor() : super()

        // What a call returns lies in memory that is gone when the call is over, so it is copied.
        constructor(at: Pointer) : super() {
            if (Pointer.nativeValue(at) != 0L) {
                capacity = at.getLong(0)
                len = at.getLong(8)
                data = at.getPointer(16)
                write()
            }
        }
    }
",
    },
    Change {
        what: "the length of a buffer is set without reflection",
        times: 1,
        from: "rbuf.writeField(\"len\", bbuf.position().toLong())",
        to: "rbuf.len = bbuf.position().toLong()",
    },
    Change {
        what: "the state of a call is read and written without reflection",
        times: 1,
        from: "    class ByValue: UniffiRustCallStatus(), Structure.ByValue
",
        to: "    class ByValue: UniffiRustCallStatus(), Structure.ByValue

    override fun read() {
        code = pointer.getByte(0)
        if (code != UNIFFI_CALL_SUCCESS) {
            // A copy: the next call uses this memory again.
            error_buf = RustBuffer.ByValue(pointer.share(fieldOffset(\"error_buf\").toLong()))
        }
    }

    override fun write() {
        pointer.setByte(0, code)
    }

    // For another call.
    fun cleared(): UniffiRustCallStatus {
        code = UNIFFI_CALL_SUCCESS
        pointer.clear(size().toLong())
        return this
    }
",
    },
    Change {
        what: "a thread has one state of a call and uses it again",
        times: 1,
        from: "    var status = UniffiRustCallStatus()
",
        to: "    // Calls of one thread do not overlap: arguments are made by calls that are over when the call begins.
    val status = UNIFFI_CALL_STATUS.get().cleared()
",
    },
    Change {
        what: "where that state is kept",
        times: 1,
        from: "// Call a rust function that returns a Result<>.",
        to: "private val UNIFFI_CALL_STATUS: ThreadLocal<UniffiRustCallStatus> = ThreadLocal.withInitial { UniffiRustCallStatus() }

// Call a rust function that returns a Result<>.",
    },
    // JNA takes a library of this name that stands in the search path before the one in the jar. With one of another version
    // memory would be read as what it is not.
    Change {
        what: "the library is held against this Kotlin when it is loaded",
        times: 1,
        from: "        Native.register(UniffiLib::class.java, findLibraryName(componentName = \"palermo\"))
",
        to: "        Native.register(UniffiLib::class.java, findLibraryName(componentName = \"palermo\"))
        IntegrityCheckingUniffiLib.ensureInitialized()
",
    },
    // Without this, an object that was closed is handed over all the same, and memory is used that is gone.
    Change {
        what: "an object that is an argument must not be closed",
        times: 3,
        from: "        return value.uniffiCloneHandle()
",
        to: "        return value.callWithHandle { it }
",
    },
    Change {
        what: "a text that is no Unicode is refused with an exception that callers in Java can name",
        times: 1,
        from: "        // Make sure we don't have invalid UTF-16, check for lone surrogates.
        return Charsets.UTF_8.newEncoder().run {
            onMalformedInput(CodingErrorAction.REPORT)
            encode(CharBuffer.wrap(value))
        }
",
        to: "        return ByteBuffer.wrap(utf8(value))
",
    },
    Change {
        what: "a text that comes back is copied once",
        times: 1,
        from: "            val byteArr = ByteArray(value.len.toInt())
            value.asByteBuffer()!!.get(byteArr)
            return byteArr.toString(Charsets.UTF_8)
",
        to: "            return textAt(value.data!!, value.len.toInt())
",
    },
    Change {
        what: "Java calls Standard.see2002()",
        times: 1,
        from: " fun `see2002`(): Standard {",
        to: " @JvmStatic fun `see2002`(): Standard {",
    },
    Change {
        what: "Java calls Standard.fromJson(text) and IntakeRecord.fromJson(text)",
        times: 2,
        from: " fun `fromJson`(`text`: kotlin.String): ",
        to: " @JvmStatic fun `fromJson`(`text`: kotlin.String): ",
    },
    Change {
        what: "an exception says what is wrong in words",
        times: 2,
        from: "            get() = \"problems=${ `problems` }\"
",
        to: "            get() = listed(`problems`)
",
    },
    Change {
        what: "an exception says that there is no such conclusion",
        times: 1,
        from: "            get() = \"nearest=${ `nearest` }\"
",
        to: "            get() = noSuchConclusion(`nearest`)
",
    },
    Change {
        what: "an exception says how a day is written",
        times: 1,
        from: "            get() = \"\"
",
        to: "            get() = HOW_A_DAY_IS_WRITTEN
",
    },
];

/// The generated Kotlin with every change.
pub(super) fn changed(source: &str) -> Result<String, String> {
    let mut out = source.to_string();
    for Change { what, times, from, to } in CHANGES {
        let found = out.matches(from).count();
        if found != times {
            return Err(format!("UniFFI writes other Kotlin than before: {what} (found {found} times, not {times})"));
        }
        out = out.replace(from, to);
    }
    Ok(out)
}
