// libxlsxwriter without linking it: it brings OpenSSL along, which takes longer to load than a whole visit does at the desk, and few commands write a
// workbook.
// https://libxlsxwriter.github.io
#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>
#include <xlsxwriter.h>

/// libxlsxwriter's functions, found by their names.
struct cxlsxwriter {
    lxw_workbook *(*workbook_new)(const char *path);
    lxw_error (*workbook_set_properties)(lxw_workbook *workbook, lxw_doc_properties *properties);
    lxw_worksheet *(*workbook_add_worksheet)(lxw_workbook *workbook, const char *name);
    lxw_format *(*workbook_add_format)(lxw_workbook *workbook);
    lxw_error (*workbook_close)(lxw_workbook *workbook);
    lxw_error (*worksheet_write_number)(
        lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format);
    lxw_error (*worksheet_write_string)(
        lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format);
    lxw_error (*worksheet_set_column)(
        lxw_worksheet *sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format);
    void (*worksheet_freeze_panes)(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column);
    lxw_error (*worksheet_repeat_rows)(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last);
    void (*worksheet_set_landscape)(lxw_worksheet *sheet);
    void (*worksheet_set_paper)(lxw_worksheet *sheet, uint8_t paper);
    void (*worksheet_fit_to_pages)(lxw_worksheet *sheet, uint16_t across, uint16_t down);
    void (*format_set_bold)(lxw_format *format);
    void (*format_set_italic)(lxw_format *format);
    void (*format_set_num_format)(lxw_format *format, const char *code);
    void (*format_set_align)(lxw_format *format, uint8_t alignment);
    void (*format_set_text_wrap)(lxw_format *format);
    void (*format_set_bottom)(lxw_format *format, uint8_t style);
    void (*format_set_top)(lxw_format *format, uint8_t style);
};

/// Loads libxlsxwriter for as long as the process runs. False when it isn't installed.
static inline bool cxlsxwriter_load(struct cxlsxwriter *writer)
{
    void *library = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return false;
#define CXLSXWRITER_FIND(name) ((*(void **)&writer->name = dlsym(library, #name)) != NULL)
    return CXLSXWRITER_FIND(workbook_new) && CXLSXWRITER_FIND(workbook_set_properties)
        && CXLSXWRITER_FIND(workbook_add_worksheet) && CXLSXWRITER_FIND(workbook_add_format)
        && CXLSXWRITER_FIND(workbook_close) && CXLSXWRITER_FIND(worksheet_write_number)
        && CXLSXWRITER_FIND(worksheet_write_string) && CXLSXWRITER_FIND(worksheet_set_column)
        && CXLSXWRITER_FIND(worksheet_freeze_panes) && CXLSXWRITER_FIND(worksheet_repeat_rows)
        && CXLSXWRITER_FIND(worksheet_set_landscape) && CXLSXWRITER_FIND(worksheet_set_paper)
        && CXLSXWRITER_FIND(worksheet_fit_to_pages) && CXLSXWRITER_FIND(format_set_bold)
        && CXLSXWRITER_FIND(format_set_italic) && CXLSXWRITER_FIND(format_set_num_format)
        && CXLSXWRITER_FIND(format_set_align) && CXLSXWRITER_FIND(format_set_text_wrap)
        && CXLSXWRITER_FIND(format_set_bottom) && CXLSXWRITER_FIND(format_set_top);
#undef CXLSXWRITER_FIND
}

#endif
