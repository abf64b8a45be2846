/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read only: what is wrong is typed above it. */
#include "app/ledger/guide-preview.h"

#include "app/format.h"
#include "base/i18n.h"

static GtkWidget *
make_label (const char *text,
            float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static char *
describe_side (const char *title,
               const char *account,
               const char *party)
{
  if (*account == '\0')
    return g_strdup ("");
  return *party != '\0' ? g_strdup_printf ("%s %s · %s", title, account, party)
                        : g_strdup_printf ("%s %s", title, account);
}

void
sheaf_guide_preview_clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

void
sheaf_guide_preview_show (GtkGrid          *grid,
                          const SheafDraft *cells)
{
  sheaf_guide_preview_clear (grid);
  for (guint i = 0; cells != NULL && i < cells->rows->len; i++)
    {
      const SheafDraftRow *row = g_ptr_array_index (cells->rows, i);
      SheafMoney           amount = SHEAF_MONEY (
                    g_ascii_strtoll (row->cells[SHEAF_DRAFT_AMOUNT], NULL, 10));
      g_autofree char *figure = sheaf_format_money (amount);
      g_autofree char *debit = describe_side (_ ("Debit"), row->cells[SHEAF_DRAFT_DEBIT],
                                              row->cells[SHEAF_DRAFT_DEBIT_PARTY]);
      g_autofree char *credit = describe_side (_ ("Credit"), row->cells[SHEAF_DRAFT_CREDIT],
                                               row->cells[SHEAF_DRAFT_CREDIT_PARTY]);
      GtkWidget       *right = make_label (figure, 1.0f);

      gtk_widget_set_hexpand (right, TRUE);
      gtk_grid_attach (grid, make_label (debit, 0.0f), 0, (int) i, 1, 1);
      gtk_grid_attach (grid, make_label (credit, 0.0f), 1, (int) i, 1, 1);
      gtk_grid_attach (grid, right, 2, (int) i, 1, 1);
    }
}
