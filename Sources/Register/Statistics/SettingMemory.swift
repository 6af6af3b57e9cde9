import Reception
import Synchronization

/// What the office last said of its statistics, read once: taking its text apart takes as long as a question.
final class SettingMemory: Sendable {
    private let known = Mutex<(text: String, setting: StatisticsSetting)?>(nil)

    /// - `text`: as the register has it.
    func setting(_ text: String) -> StatisticsSetting? {
        if let known = known.withLock({ $0 }), known.text == text { return known.setting }
        let setting = JSONText.read(text, as: StatisticsSetting.self)
        if let setting { known.withLock { $0 = (text, setting) } }
        return setting
    }
}
