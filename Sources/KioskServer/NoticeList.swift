import Reception

/// `Notices` in docs/openapi.yaml.
struct NoticeList: Encodable {
    /// The gravest first.
    let notices: [Notice]
}
