/// A till: in the register of this machine, or on a server.
///
/// Products, depositors, rates and stock belong to the office: every till of a register sells the same.
public protocol Till: Sendable {
    /// Its code: 1–32 of `A–Z a–z 0–9 . _ -`.
    var code: String { get }
    /// What the office says of its tills.
    var setting: TillSetting { get }
    /// The office's wall clock.
    var clock: OfficeClock { get }

    /// Does what is asked: the entry is sealed and on disk when this returns. The same id again gives the same entry.
    ///
    /// Throws the `Refusal` of the first rule broken, or what stands in the way of sealing; then nothing was recorded.
    func perform(_ request: TillRequest) throws -> TillEntry

    /// How it stands now.
    func status() throws -> TillStatus
    /// The products as they are now, by code; `archived`: those too that are sold no more.
    func products(archived: Bool) throws -> [Product]
    /// The depositors, by code.
    func depositors() throws -> [Depositor]
    /// The rates of VAT, as they changed, the oldest first.
    func rates() throws -> [RateChange]
    /// How many of each product that is stocked are there; below zero when more was sold than came.
    func stock() throws -> [String: Int]
    /// The same of some of them, by code, and quicker than of all: one whose stock isn't followed isn't in it.
    func stock(of products: Set<String>) throws -> [String: Int]
    /// The entry of a ticket; nil: of the last one. `ticket_unknown` when there is none.
    func ticket(_ number: Int?, training: Bool) throws -> TillEntry
    /// The refunds of a ticket, the oldest first.
    func refunds(of ticket: Int, training: Bool) throws -> [TillEntry]
    /// The entries of some days, first and last included, in order.
    func entries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry]
    /// The same of every till of the office, one till after the other.
    func officeEntries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry]

    /// What the closure of a period would say now. Throws the refusal that closing it would.
    func preview(of period: ClosurePeriod) throws -> Closure
    /// The entry that closed a period. Throws `period_open` when nothing did.
    func closure(of period: ClosurePeriod) throws -> TillEntry

    /// Baskets put aside, the oldest first; no facts, and in no chain.
    func parked() throws -> [ParkedBasket]
    /// Puts a basket aside.
    func park(_ basket: ParkedBasket) throws
    /// Takes one back, by its id; `basket_unknown` when somebody did.
    func unpark(_ id: FactID) throws -> ParkedBasket
}

/// A basket put aside while its buyer looks round.
public struct ParkedBasket: Hashable, Sendable, Codable {
    /// Made where it was put aside.
    public var id: FactID
    /// What it is called: "dame au chapeau"; never a person's name.
    public var name: String
    /// When.
    public var at: Instant
    /// What is in it; not paid yet.
    public var order: SaleOrder

    /// A basket out of its parts.
    public init(id: FactID, name: String, at: Instant, order: SaleOrder) {
        self.id = id
        self.name = name
        self.at = at
        self.order = order
    }
}
