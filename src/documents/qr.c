/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix comes from libqrencode, one byte a module, of which bit 0 is set where it is dark. */
#include "documents/qr.h"

#include "base/i18n.h"
#include "documents/error.h"

#include <qrencode.h>

struct _SheafQr
{
  QRcode *code;
};

SheafQr *
sheaf_qr_new (const char *text,
              GError    **error)
{
  QRcode  *code;
  SheafQr *qr;

  g_return_val_if_fail (text != NULL && *text != '\0' && g_str_is_ascii (text), NULL);
  code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  if (code == NULL)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA,
                   _ ("The text “%.30s…” does not fit into a QR code: shorten it"), text);
      return NULL;
    }
  qr = g_new0 (SheafQr, 1);
  qr->code = code;
  return qr;
}

void
sheaf_qr_free (SheafQr *qr)
{
  if (qr == NULL)
    return;
  QRcode_free (qr->code);
  g_free (qr);
}

guint
sheaf_qr_size (const SheafQr *qr)
{
  g_return_val_if_fail (qr != NULL, 0);
  return (guint) qr->code->width;
}

gboolean
sheaf_qr_is_dark (const SheafQr *qr,
                  int            x,
                  int            y)
{
  int size;

  g_return_val_if_fail (qr != NULL, FALSE);
  size = qr->code->width;
  return x >= 0 && y >= 0 && x < size && y < size && (qr->code->data[y * size + x] & 1) != 0;
}

/* Dark modules beside each other in a line are one box. */
void
sheaf_qr_draw (const SheafQr *qr,
               SheafDocument *document,
               float          x,
               float          y,
               float          side)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (SheafBox));
  int   size = qr->code->width;
  float module = side / (float) (size + 2 * SHEAF_QR_QUIET);

  for (int row = 0; row < size; row++)
    for (int from = 0, to; from < size; from = to + 1)
      {
        SheafBox box = { .x = x + (float) (SHEAF_QR_QUIET + from) * module,
                         .y = y + (float) (SHEAF_QR_QUIET + row) * module,
                         .height = module };

        for (to = from; sheaf_qr_is_dark (qr, to, row);)
          to++;
        box.width = (float) (to - from) * module;
        if (to > from)
          g_array_append_val (boxes, box);
      }
  sheaf_document_fill_boxes (document, (const SheafBox *) (gpointer) boxes->data, boxes->len);
}
