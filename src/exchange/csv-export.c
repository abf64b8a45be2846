/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of kinds, and the cells they write. */
#include "exchange/csv-export.h"

#include "base/csv-writer.h"
#include "base/file.h"
#include "base/i18n.h"
#include "exchange/csv-export-private.h"
#include "exchange/error.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

static const SheafExportKind *const tables[] = {
  sheaf_export_party_kinds,
  sheaf_export_ledger_kinds,
  sheaf_export_attachment_kinds,
  sheaf_export_member_kinds,
  sheaf_export_certificate_kinds,
  sheaf_export_trade_kinds,
  sheaf_export_year_kinds,
  sheaf_export_template_kinds,
  sheaf_export_origin_kinds,
  sheaf_export_control_kinds,
  sheaf_export_book_kinds,
  sheaf_export_text_kinds,
};

const char **
sheaf_export_kinds (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafExportKind *kind = tables[i]; kind->name != NULL; kind++)
      g_ptr_array_add (names, (gpointer) kind->name);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static const SheafExportKind *
find_kind (const char *name,
           GError    **error)
{
  g_autofree const char **names = NULL;
  g_autofree char        *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafExportKind *kind = tables[i]; kind->name != NULL; kind++)
      if (strcmp (kind->name, name) == 0)
        return kind;
  names = sheaf_export_kinds ();
  list = g_strjoinv (", ", (char **) names);
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_KIND,
               _ ("“%s” cannot be exported: take one of %s"), name, list);
  return NULL;
}

static GString *
write_kind (SheafBook             *book,
            const SheafExportKind *kind,
            GError               **error)
{
  SheafExport out = { .book = book, .text = g_string_new (NULL) };

  if (kind->columns != NULL)
    g_string_append_printf (out.text, "%s\n", kind->columns);
  if (kind->write (&out, error))
    return out.text;
  g_string_free (out.text, TRUE);
  return NULL;
}

GString *
sheaf_export_text (SheafBook  *book,
                   const char *kind,
                   GError    **error)
{
  const SheafExportKind *found = find_kind (kind, error);

  return found != NULL ? write_kind (book, found, error) : NULL;
}

static gboolean
make_folder (const char *folder,
             GError    **error)
{
  g_autoptr (GDir) dir = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0 || (dir = g_dir_open (folder, 0, NULL)) == NULL)
    {
      g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
                   _ ("the folder %s cannot be made (%s): name another one"), folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
               _ ("the folder %s is not empty: name a new or an empty one"), folder);
  return FALSE;
}

static gboolean
write_file (SheafBook             *book,
            const SheafExportKind *kind,
            const char            *folder,
            GError               **error)
{
  g_autofree char *name = g_strconcat (kind->name, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GString         *text = write_kind (book, kind, error);
  gboolean         done = text != NULL && sheaf_file_write (path, text->str, text->len, error);

  if (text != NULL)
    g_string_free (text, TRUE);
  return done;
}

gboolean
sheaf_export_bundle (SheafBook  *book,
                     const char *folder,
                     GError    **error)
{
  if (!make_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafExportKind *kind = tables[i]; kind->name != NULL; kind++)
      if (kind->columns != NULL && !write_file (book, kind, folder, error))
        return FALSE;
  return sheaf_export_attached_files (book, folder, error);
}

void
sheaf_export_cell (SheafExport *out,
                   const char  *text)
{
  sheaf_csv_append (out->text, out->cells == 0, text);
  out->cells++;
}

void
sheaf_export_end (SheafExport *out)
{
  g_string_append_c (out->text, '\n');
  out->cells = 0;
}

void
sheaf_export_date (SheafExport *out,
                   SheafDate    date)
{
  g_autofree char *text = sheaf_date_to_text (date);

  sheaf_export_cell (out, text);
}

void
sheaf_export_amount (SheafExport *out,
                     SheafMoney   amount)
{
  g_autofree char *text = sheaf_money_to_text (amount);

  sheaf_export_cell (out, amount.units != 0 ? text : NULL);
}

void
sheaf_export_quantity (SheafExport  *out,
                       SheafQuantity quantity)
{
  g_autofree char *text = sheaf_quantity_to_text (quantity);

  sheaf_export_cell (out, quantity.thousandths != 0 ? text : NULL);
}

void
sheaf_export_rate (SheafExport *out,
                   SheafRate    rate)
{
  g_autofree char *text = sheaf_rate_to_text (rate);

  sheaf_export_cell (out, rate.millionths != 0 ? text : NULL);
}

void
sheaf_export_number (SheafExport *out,
                     gint64       number)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64, number);

  sheaf_export_cell (out, text);
}

void
sheaf_export_yes (SheafExport *out,
                  gboolean     yes)
{
  sheaf_export_cell (out, yes ? "yes" : "no");
}

gboolean
sheaf_export_party (SheafExport *out,
                    gint64       id,
                    GError     **error)
{
  g_autoptr (SheafParty) party = NULL;

  if (id != 0 && (party = sheaf_party_load (out->book, id, error)) == NULL)
    return FALSE;
  sheaf_export_cell (out, party != NULL ? party->code : NULL);
  return TRUE;
}

gboolean
sheaf_export_account (SheafExport *out,
                      gint64       id,
                      GError     **error)
{
  const SheafChart   *chart = sheaf_chart_get (out->book, error);
  const SheafAccount *account;

  if (chart == NULL)
    return FALSE;
  account = id != 0 ? sheaf_chart_by_id (chart, id) : NULL;
  sheaf_export_cell (out, account != NULL ? account->code : NULL);
  return TRUE;
}

gboolean
sheaf_export_voucher (SheafExport *out,
                      gint64       id,
                      GError     **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (out->book, id, error);

  if (voucher == NULL)
    return FALSE;
  sheaf_export_cell (out, sheaf_voucher_kind_to_word (voucher->kind));
  sheaf_export_cell (out, voucher->number);
  sheaf_export_number (out, sheaf_date_year (voucher->date));
  return TRUE;
}
