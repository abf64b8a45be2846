/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds share in writing: one cell after the other. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/rate.h"
#include "exchange/csv-export.h"

typedef struct
{
  SheafBook *book;
  GString   *text;
  guint      cells; /* in the record under way */
} SheafExport;

/* columns are joined by commas: the header's line. */
typedef struct
{
  const char *name;
  const char *columns; /* NULL: no CSV */
  gboolean (*write) (SheafExport *out, GError **error);
} SheafExportKind;

void sheaf_export_cell (SheafExport *out,
                        const char  *text); /* NULL is empty */
void sheaf_export_date (SheafExport *out,
                        SheafDate    date);

/* 0 is an empty cell; so are quantities and rates of 0. */
void sheaf_export_amount (SheafExport *out,
                          SheafMoney   amount);
void sheaf_export_quantity (SheafExport  *out,
                            SheafQuantity quantity);
void sheaf_export_rate (SheafExport *out,
                        SheafRate    rate);

/* Written where they are 0 too. */
void sheaf_export_number (SheafExport *out,
                          gint64       number);
void sheaf_export_yes (SheafExport *out,
                       gboolean     yes);

/* The code of a party or account; an id of 0 is an empty cell. */
gboolean sheaf_export_party (SheafExport *out,
                             gint64       id,
                             GError     **error);
gboolean sheaf_export_account (SheafExport *out,
                               gint64       id,
                               GError     **error);

/* A posted voucher as three cells: kind, number, year. */
gboolean sheaf_export_voucher (SheafExport *out,
                               gint64       id,
                               GError     **error);
void     sheaf_export_end (SheafExport *out);

/* Each folder's kinds, closed by an entry without a name. */
extern const SheafExportKind sheaf_export_party_kinds[];
extern const SheafExportKind sheaf_export_ledger_kinds[];
extern const SheafExportKind sheaf_export_attachment_kinds[];
extern const SheafExportKind sheaf_export_member_kinds[];
extern const SheafExportKind sheaf_export_certificate_kinds[];
extern const SheafExportKind sheaf_export_trade_kinds[];
extern const SheafExportKind sheaf_export_year_kinds[];
extern const SheafExportKind sheaf_export_template_kinds[];
extern const SheafExportKind sheaf_export_origin_kinds[];
extern const SheafExportKind sheaf_export_control_kinds[];
extern const SheafExportKind sheaf_export_book_kinds[];
extern const SheafExportKind sheaf_export_text_kinds[];

/* Writes the contents of all attachments beside their list. */
gboolean sheaf_export_attached_files (SheafBook  *book,
                                      const char *folder,
                                      GError    **error);
