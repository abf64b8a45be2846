/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are read as people type them in their language. */
#include "app/control/count-row.h"

#include "app/amount-text.h"
#include "app/quantity-text.h"
#include "base/language.h"

void
sheaf_count_row_free (gpointer data)
{
  SheafCountRow *row = data;

  g_free (row->name);
  g_free (row);
}

char *
sheaf_count_row_format (SheafQuantity quantity)
{
  return quantity.thousandths == 0 ? g_strdup ("0") : sheaf_quantity_text_format (quantity);
}

const char *
sheaf_count_row_text (GtkEditable *entry)
{
  return entry != NULL ? gtk_editable_get_text (entry) : "";
}

/* "" is 0. */
static gboolean
read_quantity (GtkEditable   *entry,
               SheafQuantity *ret_quantity,
               GError       **error)
{
  return sheaf_quantity_text_parse (sheaf_count_row_text (entry), ret_quantity, error);
}

static gboolean
read_amount (GtkEditable *entry,
             SheafMoney  *ret_amount,
             GError     **error)
{
  *ret_amount = SHEAF_MONEY_ZERO;
  return g_strcmp0 (sheaf_count_row_text (entry), "0") == 0 ||
         sheaf_amount_text_parse (sheaf_count_row_text (entry), sheaf_language_current (),
                                  ret_amount, error);
}

gboolean
sheaf_count_row_is_said (const SheafCountRow *row)
{
  return *sheaf_count_row_text (row->quantity) != '\0' ||
         *sheaf_count_row_text (row->amount) != '\0';
}

gboolean
sheaf_count_row_is_empty (const SheafCountRow *row)
{
  return !sheaf_count_row_is_said (row) && *sheaf_count_row_text (row->poor) == '\0' &&
         *sheaf_count_row_text (row->spoilt) == '\0' && *sheaf_count_row_text (row->note) == '\0' &&
         *sheaf_count_row_text (row->name_entry) == '\0';
}

const char *
sheaf_count_row_name (const SheafCountRow *row)
{
  return row->name_entry != NULL ? gtk_editable_get_text (row->name_entry) : row->name;
}

SheafCountFinding *
sheaf_count_row_read (const SheafCountRow *row,
                      GtkEditable        **ret_bad,
                      GError             **error)
{
  SheafCountFinding *finding = g_new0 (SheafCountFinding, 1);

  finding->name = g_strstrip (g_strdup (sheaf_count_row_name (row)));
  finding->note = *sheaf_count_row_text (row->note) != '\0'
                      ? g_strdup (sheaf_count_row_text (row->note))
                      : NULL;
  finding->priced = *sheaf_count_row_text (row->amount) != '\0';
  finding->judged = *sheaf_count_row_text (row->poor) != '\0' ||
                    *sheaf_count_row_text (row->spoilt) != '\0';
  *ret_bad = row->quantity;
  if (read_quantity (row->quantity, &finding->quantity, error))
    {
      *ret_bad = row->amount;
      if (!finding->priced || read_amount (row->amount, &finding->amount, error))
        {
          *ret_bad = row->poor;
          if (read_quantity (row->poor, &finding->poor, error))
            {
              *ret_bad = row->spoilt;
              if (read_quantity (row->spoilt, &finding->spoilt, error))
                return finding;
            }
        }
    }
  sheaf_count_finding_free (finding);
  return NULL;
}
