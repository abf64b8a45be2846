/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are read as people type them in their language. */
#include "app/control/count-row.h"

#include "app/amount-text.h"
#include "app/format.h"
#include "app/quantity-text.h"
#include "app/widgets/entry-mark.h"
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

/* Wider only for a figure that would be cut. */
static void
set_figure (GtkInscription *figure,
            const char     *text)
{
  guint length = (guint) g_utf8_strlen (text, -1);

  if (figure == NULL)
    return;
  gtk_inscription_set_text (figure, text);
  if (length > gtk_inscription_get_min_chars (figure))
    {
      gtk_inscription_set_min_chars (figure, length);
      gtk_inscription_set_nat_chars (figure, length);
    }
}

void
sheaf_count_row_show (const SheafCountRow  *row,
                      const SheafCountLine *line)
{
  gboolean         counted = line != NULL && line->counted;
  g_autofree char *worth = counted && row->worth != NULL
                               ? sheaf_format_figure (line->counted_amount)
                               : NULL;
  g_autofree char *good = counted && line->judged
                              ? sheaf_count_row_format (sheaf_count_line_good (line))
                              : NULL;
  g_autofree char *difference =
      counted ? sheaf_format_figure (sheaf_count_line_difference (line)) : NULL;

  set_figure (row->worth, worth != NULL ? worth : "");
  set_figure (row->good, good != NULL ? good : "");
  set_figure (row->difference, difference != NULL ? difference : "…");
}

void
sheaf_count_row_hint (const SheafCountRow  *row,
                      const SheafCountLine *line)
{
  g_autofree char *worth = line != NULL && line->counted
                               ? sheaf_format_figure (line->counted_amount)
                               : NULL;

  if (row->amount != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (row->amount), worth);
}

GtkEditable *
sheaf_count_row_find_bad (const SheafCountRow  *row,
                          const SheafCountLine *line)
{
  if (line == NULL || !line->counted || row->poor == NULL)
    return row->quantity;
  return *sheaf_count_row_text (row->poor) != '\0' ? row->poor : row->spoilt;
}

void
sheaf_count_row_unmark (const SheafCountRow *row)
{
  GtkEditable *entries[] = { row->name_entry, row->quantity, row->amount, row->poor, row->spoilt };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i] != NULL)
      sheaf_entry_mark (GTK_WIDGET (entries[i]), NULL);
}
