import CXLSXWriter
import Foundation

extension Workbook {
    /// The workbook as an XLSX file. Throws `WorkbookTrouble`.
    public func data() throws -> Data {
        var writer = cxlsxwriter()
        guard cxlsxwriter_load(&writer) else { throw WorkbookTrouble.libraryMissing }
        // libxlsxwriter writes to a path only.
        let file = FileManager.default.temporaryDirectory.appending(path: "vitrine-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard let workbook = writer.workbook_new(file.path(percentEncoded: false)) else {
            throw WorkbookTrouble.notWritten
        }
        setProperties(of: workbook, with: writer)
        var forms = Forms(writer: writer, workbook: workbook)
        for sheet in sheets {
            guard let worksheet = writer.workbook_add_worksheet(workbook, sheet.name) else { continue }
            write(sheet, to: worksheet, forms: &forms)
        }
        // It lets go of all that was made for it, whatever happens.
        guard writer.workbook_close(workbook) == LXW_NO_ERROR, let data = try? Data(contentsOf: file) else {
            throw WorkbookTrouble.notWritten
        }
        return data
    }

    private func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>, with writer: cxlsxwriter) {
        title.utf8CString.withUnsafeBufferPointer { title in
            var properties = lxw_doc_properties()
            // It is copied, and never written to.
            properties.title = UnsafeMutablePointer(mutating: title.baseAddress)
            properties.created = created
            _ = writer.workbook_set_properties(workbook, &properties)
        }
    }

    private func write(_ sheet: Sheet, to worksheet: UnsafeMutablePointer<lxw_worksheet>, forms: inout Forms) {
        let writer = forms.writer
        for (column, width) in sheet.widths.enumerated() {
            _ = writer.worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil)
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let (row, column) = (UInt32(row), UInt16(column))
                switch cell.content {
                case .empty: break
                case .text(let text):
                    _ = writer.worksheet_write_string(worksheet, row, column, text, forms[cell.form])
                case .number(let number):
                    _ = writer.worksheet_write_number(worksheet, row, column, number, forms[cell.form])
                case .day(let day):
                    _ = writer.worksheet_write_number(
                        worksheet, row, column, Double(day + Self.daysUntil1970), forms[cell.form])
                }
            }
        }
        if sheet.headings > 0 {
            writer.worksheet_freeze_panes(worksheet, UInt32(sheet.headings), 0)
            _ = writer.worksheet_repeat_rows(worksheet, 0, UInt32(sheet.headings - 1))
        }
        writer.worksheet_set_landscape(worksheet)
        writer.worksheet_set_paper(worksheet, Self.a4)
        writer.worksheet_fit_to_pages(worksheet, 1, 0)
    }

    /// Each form once, made when it is first asked for.
    private struct Forms {
        let writer: cxlsxwriter
        let workbook: UnsafeMutablePointer<lxw_workbook>
        private var made: [Form: UnsafeMutablePointer<lxw_format>] = [:]

        init(writer: cxlsxwriter, workbook: UnsafeMutablePointer<lxw_workbook>) {
            self.writer = writer
            self.workbook = workbook
        }

        subscript(form: Form) -> UnsafeMutablePointer<lxw_format>? {
            mutating get {
                if let format = made[form] { return format }
                guard form != Form(), let format = writer.workbook_add_format(workbook) else { return nil }
                if let code = form.code { writer.format_set_num_format(format, code) }
                if form.isBold { writer.format_set_bold(format) }
                if form.isItalic { writer.format_set_italic(format) }
                if form.isUnderlined { writer.format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
                if form.isWrapped { writer.format_set_text_wrap(format) }
                if form.isWrapped { writer.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
                if form.isAtRight { writer.format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
                made[form] = format
                return format
            }
        }
    }

    /// Excel counts days from the last of 1899, and 29 February 1900 among them, which never was.
    private static let daysUntil1970 = 25_569
    private static let a4: UInt8 = 9
}
