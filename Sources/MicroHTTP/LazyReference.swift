import Synchronization

/// An object that is made when it is first needed, by whichever thread comes first. As Synchronization's
/// `AtomicLazyReference`, whose `load` isn't inlined and looks up generic metadata at each call: 2 % of a request.
struct LazyReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
    private let reference = Atomic<Unmanaged<Object>?>(nil)

    /// The object; when there is none, what `make` gives. Two threads may make one at once: the second is dropped.
    @inline(__always)
    func get(_ make: () -> Object) -> Object {
        reference.load(ordering: .acquiring)?.takeUnretainedValue() ?? store(make())
    }

    private func store(_ object: Object) -> Object {
        let retained = Unmanaged.passRetained(object)
        let (exchanged, original) = reference.compareExchange(
            expected: nil, desired: retained, successOrdering: .acquiringAndReleasing, failureOrdering: .acquiring)
        guard !exchanged, let original else { return object }
        retained.release()
        return original.takeUnretainedValue()
    }

    deinit { reference.load(ordering: .acquiring)?.release() }
}
