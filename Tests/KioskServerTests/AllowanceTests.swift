import Testing

@testable import KioskServer

@Suite struct AllowanceTests {
    @Test func `twenty at once, then five a second, and never more than twenty saved up`() {
        var allowance = Allowance()
        let start = ContinuousClock.now
        #expect((0..<30).count { _ in allowance.take(at: start) } == 20)
        #expect((0..<30).count { _ in allowance.take(at: start + .seconds(1)) } == 5)
        #expect((0..<60).count { _ in allowance.take(at: start + .seconds(3_600)) } == 20)
    }
}
