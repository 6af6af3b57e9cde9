/// Why something handed in isn't kept: a code for programs, a message for the person, and how to go on.
///
/// Callers match `code`; the wording may change.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for programs. Raw values are part of the HTTP interface and never change.
    public enum Code: String, Sendable, CaseIterable {
        // The whole request.
        case notJSON = "not_json"
        case notAnObject = "not_an_object"
        case unknownKey = "unknown_key"
        case sentAtInvalid = "sent_at_invalid"
        case interactionsMissing = "interactions_missing"
        case interactionsEmpty = "interactions_empty"
        case tooManyInteractions = "too_many_interactions"
        // One event of it.
        case fieldMissing = "field_missing"
        case fieldMistyped = "field_mistyped"
        case idInvalid = "id_invalid"
        case atInvalid = "at_invalid"
        case atInFuture = "at_in_future"
        case atTooOld = "at_too_old"
        case sessionInvalid = "session_invalid"
        case seqInvalid = "seq_invalid"
        case screenInvalid = "screen_invalid"
        case kindUnknown = "kind_unknown"
        case placeInvalid = "place_invalid"
        case themeInvalid = "theme_invalid"
        case langInvalid = "lang_invalid"
        case valueInvalid = "value_invalid"
        /// The register's own rules refused it.
        case notRecordable = "not_recordable"
        // A screen's trouble.
        case troubleInvalid = "trouble_invalid"
        // Somebody who logs in.
        case userNameInvalid = "user_name_invalid"
        case userExists = "user_exists"
        case userUnknown = "user_unknown"
        case passwordInvalid = "password_invalid"
        // A notice.
        case noticeTextInvalid = "notice_text_invalid"
        case noticePeriodInvalid = "notice_period_invalid"
        case noticePlacesInvalid = "notice_places_invalid"
        case noticeUnknown = "notice_unknown"
        case noticeIsOver = "notice_is_over"
        case noticeWasChanged = "notice_was_changed"
        // A fact of the desk.
        case deskInvalid = "desk_invalid"
        case counsellorInvalid = "counsellor_invalid"
        case voidInvalid = "void_invalid"
        case partyInvalid = "party_invalid"
        case countryInvalid = "country_invalid"
        case departementInvalid = "departement_invalid"
        case postcodeInvalid = "postcode_invalid"
        case topicsInvalid = "topics_invalid"
        case sampleInvalid = "sample_invalid"
        case peopleInvalid = "people_invalid"
        case siteInvalid = "site_invalid"
        case openingInvalid = "opening_invalid"
        case annotationInvalid = "annotation_invalid"
        case factUnknown = "fact_unknown"
        case factAmbiguous = "fact_ambiguous"
        case factWasRevised = "fact_was_revised"
        case factKindDiffers = "fact_kind_differs"
        // A desk line.
        case lineEmpty = "line_empty"
        case lineTooLong = "line_too_long"
        case tokenUnknown = "token_unknown"
        case tokenAmbiguous = "token_ambiguous"
        case fieldSaidTwice = "field_said_twice"
        case tooManyTopics = "too_many_topics"
        case departementUnknown = "departement_unknown"
        case postcodeUnknown = "postcode_unknown"
        case languageUnknown = "language_unknown"
        case durationInvalid = "duration_invalid"
        case whenInvalid = "when_invalid"
        case whenSkipped = "when_skipped"
        // A question of the statistics.
        case measureMissing = "measure_missing"
        case questionWordUnknown = "question_word_unknown"
        case questionWordTwice = "question_word_twice"
        case questionPeriodInvalid = "question_period_invalid"
        case breakdownUnknown = "breakdown_unknown"
        case breakdownImpossible = "breakdown_impossible"
        case comparisonUnknown = "comparison_unknown"
        case comparisonImpossible = "comparison_impossible"
        case filterImpossible = "filter_impossible"
        case filterValueInvalid = "filter_value_invalid"
        // A figure of the strategy board that somebody enters.
        case indicatorUnknown = "indicator_unknown"
        case indicatorNotEntered = "indicator_not_entered"
        case indicatorValueInvalid = "indicator_value_invalid"
        case indicatorPeriodInvalid = "indicator_period_invalid"
        case indicatorSourceInvalid = "indicator_source_invalid"
        case indicatorNothingToUndo = "indicator_nothing_to_undo"
        case strategyUnknown = "strategy_unknown"
        // What the shop sells, and on what terms.
        case productUnknown = "product_unknown"
        case productArchived = "product_archived"
        case productInvalid = "product_invalid"
        case priceInvalid = "price_invalid"
        case depositorUnknown = "depositor_unknown"
        case depositorInvalid = "depositor_invalid"
        case rateInvalid = "rate_invalid"
        case stockInvalid = "stock_invalid"
        // A sale or a refund.
        case basketEmpty = "basket_empty"
        case basketUnknown = "basket_unknown"
        case quantityInvalid = "quantity_invalid"
        case discountInvalid = "discount_invalid"
        case paymentInvalid = "payment_invalid"
        case paymentShort = "payment_short"
        case paymentOver = "payment_over"
        case changeNotGiven = "change_not_given"
        case reasonInvalid = "reason_invalid"
        case ticketUnknown = "ticket_unknown"
        case ticketRefunded = "ticket_refunded"
        case refundInvalid = "refund_invalid"
        case refundOfRefund = "refund_of_refund"
        // A till's day, its money and its periods.
        case countInvalid = "count_invalid"
        case movementInvalid = "movement_invalid"
        case totalsInvalid = "totals_invalid"
        case dayClosed = "day_closed"
        case periodInvalid = "period_invalid"
        case periodClosed = "period_closed"
        case periodOpen = "period_open"
        // What stands in the way of sealing.
        case tillUnknown = "till_unknown"
        case tillCodeInvalid = "till_code_invalid"
        case tillExternal = "till_external"
        case tillKeyMissing = "till_key_missing"
        case tillKeyWrong = "till_key_wrong"
        case tillIsOlder = "till_is_older"
        case tillHeadMissing = "till_head_missing"
        case tillIsBroken = "till_is_broken"
        case restoreNotNeeded = "restore_not_needed"
        case trainingInvalid = "training_invalid"
    }

    /// What is wrong and what to do next, in one language.
    public struct Wording: Hashable, Sendable {
        /// What is wrong, and where.
        public let message: String
        /// What to do next.
        public let hint: String
    }

    /// For programs.
    public let code: Code
    /// Which of several things handed in together it is about, from 0; nil when it is about one or about all.
    public private(set) var index: Int?
    private let english: Wording
    /// Nil for what only programs hand in.
    private let french: Wording?

    /// What is wrong, and where, in English.
    public var message: String { english.message }
    /// What to do next, in English.
    public var hint: String { english.hint }

    /// A refusal of what a program hands in.
    public init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        english = Wording(message: message, hint: hint)
        french = nil
    }

    /// A refusal of what a person types: what is wrong, and what to do next.
    public init(_ code: Code, fr french: (String, String), en english: (String, String)) {
        self.code = code
        self.french = Wording(message: french.0, hint: french.1)
        self.english = Wording(message: english.0, hint: english.1)
    }

    /// The same, about one of several things handed in together.
    public func about(_ index: Int) -> Refusal {
        var refusal = self
        refusal.index = index
        return refusal
    }

    /// In the person's language; in English when there is no other.
    public func wording(in language: MessageLanguage) -> Wording {
        language == .french ? french ?? english : english
    }

    /// One line for a log or a terminal.
    public var description: String { "\(code.rawValue): \(message) \(hint)" }
}
