/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One list may be written for several banks: each file names its form. */
#include "cli/bank-files.h"

#include "base/file.h"
#include "cli/commands.h"
#include "exchange/bank-order-xlsx.h"
#include "payouts/bank-order.h"

#include <string.h>

typedef struct
{
  SheafBook                *book;
  const SheafPayoutBatch   *batch;
  const SheafBankOrderForm *form;
  const char               *folder;
} Target;

static gboolean
write_file (const Target *target,
            const char   *ending,
            const char   *bytes,
            gsize         length,
            GError      **error)
{
  g_autofree char *name = g_strdup_printf ("bank-order-%d-%" G_GINT64_FORMAT "-%s.%s",
                                           target->batch->year, target->batch->id,
                                           target->form->id, ending);
  g_autofree char *path = g_build_filename (target->folder, name, NULL);

  if (!sheaf_file_write (path, bytes, length, error))
    return FALSE;
  sheaf_command_say ("%s", path);
  return TRUE;
}

static gboolean
write_table (const Target         *target,
             const SheafBankOrder *order,
             GError              **error)
{
  g_autofree char *csv = sheaf_bank_order_to_csv (order);
  g_autoptr (GBytes) sheet = sheaf_bank_order_xlsx_make (order, target->batch->date, error);

  return sheet != NULL && write_file (target, "csv", csv, strlen (csv), error) &&
         write_file (target, "xlsx", g_bytes_get_data (sheet, NULL), g_bytes_get_size (sheet),
                     error);
}

static gboolean
write_pain (const Target         *target,
            const SheafBankOrder *order,
            GError              **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *xml = sheaf_bank_order_to_pain (target->book, target->batch, order, now, error);

  return xml != NULL && write_file (target, "xml", xml, strlen (xml), error);
}

gboolean
sheaf_cli_write_bank_files (SheafBook              *book,
                            const SheafPayoutBatch *batch,
                            const char             *form_id,
                            const char             *folder,
                            GError                **error)
{
  g_autoptr (SheafBankOrderForm) form = NULL;
  g_autoptr (SheafBankOrder) order = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  Target target = { book, batch, NULL, folder };

  form = sheaf_bank_order_form_load (book, form_id != NULL ? form_id : "neutral", error);
  if (form == NULL)
    return FALSE;
  target.form = form;
  order = sheaf_bank_order_new (book, batch, form, problems, error);
  sheaf_command_print_problems (problems);
  if (order == NULL)
    return FALSE;
  return form->type == SHEAF_BANK_ORDER_PAIN ? write_pain (&target, order, error)
                                             : write_table (&target, order, error);
}
