import Reception

extension ContentFolder {
    /// The school holidays that the content knows of; none when it says nothing of them, or can't be read.
    public func schoolCalendar(today: OfficeDay) -> SchoolCalendar {
        guard let root = ContentRoot(path) else { return SchoolCalendar() }
        var reader = ContentReader(root: root, today: today)
        return reader.office().content?.schools ?? SchoolCalendar()
    }
}
