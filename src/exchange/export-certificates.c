/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution with all that the papers say. */
#include "capital/certificate.h"
#include "exchange/csv-export-private.h"

static gboolean
write_certificates (SheafExport *out,
                    GError     **error)
{
  g_autoptr (GPtrArray) events = sheaf_certificate_list (out->book, 0, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCertificate *event = g_ptr_array_index (events, i);

      sheaf_export_date (out, event->date);
      sheaf_export_cell (out, event->code);
      sheaf_export_cell (out, sheaf_certificate_kind_to_word (event->event));
      sheaf_export_cell (out, event->number);
      sheaf_export_cell (out, event->reason);
      sheaf_export_amount (out, event->amount);
      sheaf_export_amount (out, event->charter);
      sheaf_export_date (out, event->until);
      for (guint j = 0; j < SHEAF_CERTIFICATE_N_TEXTS; j++)
        sheaf_export_cell (out, event->texts[j]);
      sheaf_export_end (out);
    }
  return events != NULL;
}

const SheafExportKind sheaf_export_certificate_kinds[] = {
  { "certificates",
    "date,member,event,number,reason,amount,charter,until,name,address,nationality,id_number,"
    "represents,representative,asset,coop,coop_code,coop_address,place,signer",
    write_certificates },
  { NULL, NULL, NULL },
};
