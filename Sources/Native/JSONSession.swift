import CYAJL

/// One JSON text being read: what yajl's callbacks find behind their context pointer.
///
/// A value at a fixed address instead of an object, as `XMLSession` is and for the same reason.
struct JSONSession {
    private let handler: any JSONHandler
    private let words: [[UInt8]]
    private let maximumDepth: Int
    private var depth = 0

    init(handler: any JSONHandler, words: [[UInt8]], maximumDepth: Int) {
        self.handler = handler
        self.words = words
        self.maximumDepth = maximumDepth
    }

    /// Whether it was read to its end.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // yajl keeps the callbacks' address as long as its parser.
        withUnsafePointer(to: Self.subscriptions()) { callbacks in
            withUnsafeMutablePointer(to: &self) { session in
                guard let parser = yajl_alloc(callbacks, nil, session) else { return false }
                defer { yajl_free(parser) }
                return yajl_parse(parser, bytes.baseAddress, bytes.count) == yajl_status_ok
                    && yajl_complete_parse(parser) == yajl_status_ok
            }
        }
    }

    /// Without `yajl_number`, yajl reads numbers itself and fails at those that are out of range.
    private static func subscriptions() -> yajl_callbacks {
        var callbacks = yajl_callbacks()
        callbacks.yajl_null = { JSONSession.answer($0) { $0.handler.null() } }
        callbacks.yajl_boolean = { session, flag in JSONSession.answer(session) { $0.handler.flag(flag != 0) } }
        callbacks.yajl_integer = { session, number in JSONSession.answer(session) { $0.handler.number(Int(number)) } }
        callbacks.yajl_double = { session, number in JSONSession.answer(session) { $0.handler.number(number) } }
        callbacks.yajl_string = { session, start, count in
            JSONSession.answer(session) {
                $0.handler.text(JSONText(bytes: UnsafeBufferPointer(start: start, count: count)))
            }
        }
        callbacks.yajl_map_key = { session, start, count in
            JSONSession.answer(session) { $0.key(UnsafeBufferPointer(start: start, count: count)) }
        }
        callbacks.yajl_start_map = { JSONSession.answer($0) { $0.goDown() && $0.handler.object(.start) } }
        callbacks.yajl_end_map = { JSONSession.answer($0) { $0.goUp() && $0.handler.object(.end) } }
        callbacks.yajl_start_array = { JSONSession.answer($0) { $0.goDown() && $0.handler.list(.start) } }
        callbacks.yajl_end_array = { JSONSession.answer($0) { $0.goUp() && $0.handler.list(.end) } }
        return callbacks
    }

    /// yajl goes on at anything but 0.
    private static func answer(
        _ session: UnsafeMutableRawPointer?, _ question: (inout JSONSession) -> Bool
    ) -> Int32 {
        guard let session else { return 0 }
        return question(&session.assumingMemoryBound(to: JSONSession.self).pointee) ? 1 : 0
    }

    private func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        handler.key(words.firstIndex { $0.count == bytes.count && $0.elementsEqual(bytes) })
    }

    private mutating func goDown() -> Bool {
        depth += 1
        return depth <= maximumDepth
    }

    private mutating func goUp() -> Bool {
        depth -= 1
        return true
    }
}
