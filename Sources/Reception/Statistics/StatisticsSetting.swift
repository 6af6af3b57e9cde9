/// What an office says of its statistics, from `statistics:` in `content/office.yaml`, and the school holidays beside it. Which postcodes are local is
/// in its vocabulary.
public struct StatisticsSetting: Hashable, Sendable, Codable {
    /// Its seasons: each month of the year is in exactly one.
    public var seasons: [Season]
    /// How its visitors' origins are told.
    public var origins: Origins
    /// The zone of its own schools; nil when it didn't say.
    public var zone: SchoolCalendar.Zone?
    /// School holidays, as far as they are known.
    public var schools: SchoolCalendar

    /// A setting out of its parts; those of an office that says nothing when left out.
    public init(
        seasons: [Season] = Season.standard, origins: Origins = Origins(), zone: SchoolCalendar.Zone? = nil,
        schools: SchoolCalendar = SchoolCalendar()
    ) {
        self.seasons = seasons
        self.origins = origins
        self.zone = zone
        self.schools = schools
    }
}
