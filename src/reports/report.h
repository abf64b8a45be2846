/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One shape for every table that is shown, printed or exported: a head, sections, rows, written one
 * after the other into a sink, so that a book of a million rows is never in memory as a whole. */
#pragma once

#include "base/date.h"
#include "base/money.h"

#include <glib.h>

typedef enum
{
  SHEAF_CELL_TEXT,
  SHEAF_CELL_DAY,
  SHEAF_CELL_MONEY,    /* smallest units of the book's money */
  SHEAF_CELL_FOREIGN,  /* smallest units of the currency that the section names */
  SHEAF_CELL_QUANTITY, /* thousandths */
  SHEAF_CELL_PRICE,    /* millionths of the smallest unit of money */
  SHEAF_CELL_RATE,     /* millionths: 0.05 is 50000; shown as per cent */
  SHEAF_CELL_RATIO,    /* millionths: 1.25 is 1250000; shown as a plain number */
  SHEAF_CELL_COUNT,    /* a whole number, days or pages or people */
} SheafCellKind;

typedef struct
{
  char *key;          /* for programs: the column's name in CSV and JSON */
  char *heading;      /* for people, in the report's language; "" none */
  char *group;        /* merged over neighbours that have the same one, NULL: none. A group in a
                         group is parted by " > " */
  char         *mark; /* the sign in the row of marks ("A", "1"); NULL in all: no such row */
  SheafCellKind kind;
  guint         weight; /* of the width: the columns share the paper by it */
  /* a balance after each row: pages carry forward no sum of it */
  gboolean running;
  gboolean crossed; /* sums that pages carry forward cross it out */
  gboolean carried; /* goods of one kind: pages carry their sum too, as they do of money */
} SheafReportColumn;

/* All words around a report. Every text may be NULL, every list empty (never NULL). */
typedef struct
{
  char      *code;       /* for programs and file names: "S03a-HTX", "ageing" */
  char      *form_code;  /* as printed top right: "Mẫu số: S03a-HTX" */
  char      *attachment; /* under it: "(Kèm theo Thông tư số …)" */
  char      *title;
  char     **subtitles; /* lines under the title: "Năm 2025" */
  char     **warnings;  /* above the table: what a reader must know before the figures */
  char      *unit;      /* "Đơn vị tính: đồng" */
  GPtrArray *columns;   /* of SheafReportColumn */
  /* lines under the table; "{pages}" is the number of pages, "{opened}" the day on which the book
   * was opened */
  char **foot;
  char **signers; /* blocks from left to right */
  char **signer_notes;
  char  *signing_date;  /* above that block; {day} {month} {year} are the paper's */
  guint  signing_block; /* from 0; past the last: the last */
  char **notes;         /* under the signatures */
  /* "Cộng chuyển sang trang sau": each page but the last ends with a row of the sums so far; NULL:
   * pages carry nothing forward */
  char *forward;
  char *brought; /* "Số trang trước chuyển sang": and begins with it */
  /* what the printed head calls the co-op and its address: "Đơn vị", "Địa chỉ" */
  char **header;
  /* the second of them is no address but what is written by hand: the department */
  gboolean header_by_hand;
  gboolean landscape;
  gboolean section_pages; /* each section begins a page (one sheet an account, a party) */
  /* and each ends with foot and signers, whose names the book does not know (a letter) */
  gboolean  section_signed;
  SheafDate from;
  SheafDate to;
  guint     revision;      /* of the period's figures: 1 as first printed; more: say so on paper */
  char     *revision_note; /* "Sửa đổi lần 2 · mở lại ngày …"; NULL as first printed */
} SheafReportHead;

/* A part of a report: one account's sheet, one party's, one note. */
typedef struct
{
  /* for programs: "131 KH001"; the first columns of a CSV do not repeat it */
  char  *name;
  char  *title;      /* a heading above the part; NULL: none */
  char **fields;     /* "Tài khoản: 131", one line each */
  char **paragraphs; /* running text above the table */
  /* of SheafReportColumn, where they differ from the head's; NULL: the head's; empty: text only */
  GPtrArray *columns;
  char      *currency; /* of its cells in foreign money: "USD"; NULL: none */
  gboolean   bars;     /* paper and screens also draw its columns of money as bars, a bar a line;
                          not for the last section */
  gboolean follows;    /* a further table of the part before: on its page, without a head */
} SheafReportSection;

typedef enum
{
  SHEAF_ROW_KIND_LINE,     /* counts in sums */
  SHEAF_ROW_KIND_HEADING,  /* words only */
  SHEAF_ROW_KIND_OPENING,  /* a balance before */
  SHEAF_ROW_KIND_SUBTOTAL, /* a sum of lines above, or a figure between them: a month's sum */
  SHEAF_ROW_KIND_TOTAL,
  SHEAF_ROW_KIND_CLOSING, /* a balance after */
} SheafReportRowKind;

typedef enum
{
  SHEAF_CELL_EMPTY,
  SHEAF_CELL_FILLED,
  SHEAF_CELL_CROSSED, /* "x": nothing is summed there */
} SheafCellState;

/* A term of a figure that is made of others in its section: sign × the figure of that row, same
 * column unless told. */
typedef struct
{
  int   sign;   /* 1 or -1 */
  guint row;    /* counted from 0 at the section's start, headings too */
  guint column; /* of it */
} SheafCellTerm;

/* Texts belong to who writes; a sink that keeps a row copies it. */
typedef struct
{
  SheafCellState state;
  const char    *text;   /* of text */
  gint64         number; /* of all that are counted, in the column's unit */
  SheafDate      day;    /* of a day */
  /* of a cell of money: the amount is smallest units of this currency; "": of the book's own */
  char currency[4];
  /* number is the sum of this column over the lines (SHEAF_ROW_KIND_LINE) from the row's sum_from
   * on */
  gboolean             sum;
  const SheafCellTerm *terms; /* or of these; NULL: neither */
  guint                n_terms;
} SheafCell;

typedef struct
{
  SheafReportRowKind kind;
  gboolean           bold;
  guint              indent;
  SheafCell         *cells;      /* as many as the section has columns */
  guint              sum_from;   /* see SheafCell.sum */
  gboolean           keep;       /* on the page of the row behind it */
  gboolean           unfinished; /* of a time that is not over yet: its bars are hatched */

  /* Where the row comes from, for drilling down; 0 and NULL: nowhere. */
  const char *line; /* of a form */
  gint64      voucher_id;
  gint64      account_id;
  gint64      party_id;
  gint64      item_id;
} SheafReportRow;

/* Takes a report: head once, then for each part its section and its rows, then finish. A report
 * without parts has one section without words. FALSE with an error stops the writing. */
typedef struct _SheafReportSink SheafReportSink;
struct _SheafReportSink
{
  gboolean (*head) (SheafReportSink *sink, const SheafReportHead *head, GError **error);
  gboolean (*section) (SheafReportSink *sink, const SheafReportSection *section, GError **error);
  gboolean (*row) (SheafReportSink *sink, const SheafReportRow *row, GError **error);
  gboolean (*finish) (SheafReportSink *sink, GError **error);
};

gboolean sheaf_report_sink_head (SheafReportSink       *sink,
                                 const SheafReportHead *head,
                                 GError               **error);
gboolean sheaf_report_sink_section (SheafReportSink          *sink,
                                    const SheafReportSection *section,
                                    GError                  **error);
gboolean sheaf_report_sink_row (SheafReportSink      *sink,
                                const SheafReportRow *row,
                                GError              **error);
gboolean sheaf_report_sink_finish (SheafReportSink *sink,
                                   GError         **error);

SheafReportHead    *sheaf_report_head_new (const char *code);
SheafReportHead    *sheaf_report_head_copy (const SheafReportHead *head);
void                sheaf_report_head_free (SheafReportHead *head);
SheafReportSection *sheaf_report_section_new (const char *name);
SheafReportSection *sheaf_report_section_copy (const SheafReportSection *section);
void                sheaf_report_section_free (SheafReportSection *section);

/* Adds a column to a list of them; group and mark may be NULL. */
SheafReportColumn *sheaf_report_column_add (GPtrArray    *columns,
                                            const char   *key,
                                            const char   *group,
                                            const char   *heading,
                                            const char   *mark,
                                            SheafCellKind kind,
                                            guint         weight);

/* An empty list of columns, for heads and sections. */
GPtrArray *sheaf_report_columns_new (void);

/* The columns of a section under a head. */
GPtrArray *sheaf_report_columns (const SheafReportHead    *head,
                                 const SheafReportSection *section);

/* Fills a cell. */
void sheaf_cell_set_text (SheafCell  *cell,
                          const char *text);
void sheaf_cell_set_number (SheafCell *cell,
                            gint64     number);
void sheaf_cell_set_day (SheafCell *cell,
                         SheafDate  day);
void sheaf_cell_cross (SheafCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafReportHead, sheaf_report_head_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafReportSection, sheaf_report_section_free)
